using System.Globalization;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Messages;

/// <summary>What a member does with conversations, by the names that people use.</summary>
internal sealed class MessageDoor(IGrainFactory grains, AuthorStore authors)
{
    /// <summary>The conversation with another member.</summary>
    public async Task<long> Open(int member, string handle) => await Grain(member).Open(await Number(handle));

    /// <summary>A group with others.</summary>
    public async Task<long> Found(int member, string? title, IReadOnlyCollection<string> handles, string? key) =>
        await Grain(member).Found(title ?? "", await Numbers(handles), key);

    /// <summary>Sends a message.</summary>
    public Task<Message> Send(int member, string conversation, MessageDraft draft)
    {
        // Browsers send line ends as CR LF; a text counts the same everywhere.
        var plain = draft with { Text = draft.Text?.ReplaceLineEndings("\n") };
        MessageRules.Check(plain);
        return Grain(member).Send(Id(conversation), plain);
    }

    /// <summary>Takes back an own message.</summary>
    public Task Unsend(int member, string conversation, string message) =>
        Grain(member).Unsend(Id(conversation), Mailbox.Number(message, "message") ?? 0);

    /// <summary>Adds members to a group.</summary>
    public async Task Add(int member, string conversation, IReadOnlyCollection<string> handles) =>
        await Grain(member).Add(Id(conversation), await Numbers(handles));

    /// <summary>Leaves a group.</summary>
    public Task Leave(int member, string conversation) => Grain(member).Leave(Id(conversation));

    private static long Id(string conversation) =>
        long.TryParse(conversation, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw Errors.NotFound("conversation");

    private async Task<List<int>> Numbers(IReadOnlyCollection<string> handles)
    {
        var numbers = new List<int>(handles.Count);
        foreach (var handle in handles)
        {
            numbers.Add(await Number(handle));
        }

        return numbers;
    }

    private async Task<int> Number(string handle) =>
        Handle.Fold(handle) is { } folded && await authors.Find(folded) is { } author ? author.Number : throw Errors.NotFound("member");

    private IMailboxGrain Grain(int member) => grains.GetGrain<IMailboxGrain>(member);
}
