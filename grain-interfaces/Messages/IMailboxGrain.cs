using Orleans.Concurrency;

namespace OrleansMixi.Messages;

/// <summary>
/// One member as a correspondent: decides with whom the member may start and at which rate. Key: the member's number.
/// Called by the web host on behalf of the signed-in member; every answer comes after the commit. Refusals throw
/// <see cref="MixiException"/>.
/// </summary>
[Alias("mixi.IMailboxGrain")]
public interface IMailboxGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// The conversation with another member, made if there is none. Refused unless they are friends, the other one takes
    /// messages from everyone, or something was said there already.
    /// </summary>
    [AlwaysInterleave, Alias("Open")]
    Task<long> Open(int other);

    /// <summary>Makes a group of this member and others, within <c>Mixi:Messages:GroupSize</c>. The same key makes one group.</summary>
    [AlwaysInterleave, Alias("Found")]
    Task<long> Found(string title, IReadOnlyList<int> others, string? key);

    /// <summary>Sends a message.</summary>
    [AlwaysInterleave, Alias("Send")]
    Task<Message> Send(long conversation, MessageDraft draft);

    /// <summary>Takes back an own message.</summary>
    [AlwaysInterleave, Alias("Unsend")]
    Task Unsend(long conversation, int number);

    /// <summary>Adds members to a group.</summary>
    [AlwaysInterleave, Alias("Add")]
    Task Add(long conversation, IReadOnlyList<int> others);

    /// <summary>Leaves a group.</summary>
    [AlwaysInterleave, Alias("Leave")]
    Task Leave(long conversation);
}
