using Orleans.Concurrency;

namespace OrleansMixi.Messages;

/// <summary>
/// One conversation: numbers its lines and decides who may write. Key: the conversation's id. Called by
/// <see cref="IMailboxGrain"/> on behalf of the member named first. Every answer comes after the commit; who is no
/// participant is refused as not found. Numbers are given under the lock of the conversation's row, so that they stay
/// unique and rising even while a failed host's activation and its successor live side by side.
/// </summary>
[Alias("mixi.IConversationGrain")]
public interface IConversationGrain : IGrainWithIntegerKey
{
    /// <summary>Sends durably. Concurrent calls share commits; lines stand in the order in which calls arrived.</summary>
    [AlwaysInterleave, Alias("Send")]
    Task<Message> Send(int author, MessageDraft draft);

    /// <summary>Takes back an own message within <c>Mixi:Messages:UnsendWithin</c>; a line without words remains. Idempotent.</summary>
    [Alias("Unsend")]
    Task Unsend(int author, int number);

    /// <summary>Adds members to a group, all or none. Who is there already stays. They see what is said from now on.</summary>
    [Alias("Add")]
    Task Add(int by, IReadOnlyList<int> members);

    /// <summary>Leaves a group; nothing of it is shown to the member from now on. Idempotent.</summary>
    [Alias("Leave")]
    Task Leave(int member);
}
