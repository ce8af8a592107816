using Microsoft.Extensions.Options;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Messages;

/// <summary>A member as a correspondent: the rate, and with whom to start.</summary>
internal sealed class MailboxGrain(
    ConversationStore conversations, Correspondence correspondence, IOptions<LimitOptions> limits, IOptions<MessageOptions> options, TimeProvider time)
    : Grain, IMailboxGrain
{
    private readonly WriteLimit _writes = new(limits.Value.WritesPerWindow, limits.Value.WritesWindow, time);

    private int Me => (int)this.GetPrimaryKeyLong();

    public async Task<long> Open(int other)
    {
        Spend();
        if (await conversations.FindPair(Me, other) is { } known && await conversations.Find(known) is { } present)
        {
            await correspondence.Say(Me, present);
            return known;
        }

        await correspondence.Start(Me, other);
        return await conversations.Pair(Me, other);
    }

    public async Task<long> Found(string title, IReadOnlyList<int> others, string? key)
    {
        PostRules.Text("title", title, MessageRules.MaxTitle);
        MessageRules.Key(key);
        Spend();
        var members = others.Append(Me).Distinct().ToList();
        if (members.Count < 2)
        {
            throw Errors.Invalid("members", "A group needs somebody besides you.");
        }

        if (members.Count > options.Value.GroupSize)
        {
            throw Errors.Conflict($"A group has at most {options.Value.GroupSize} members (Mixi:Messages:GroupSize).");
        }

        foreach (var member in members.Where(member => member != Me))
        {
            await correspondence.Start(Me, member);
        }

        return await conversations.Group(Me, title.Trim(), members, key);
    }

    public async Task<Message> Send(long conversation, MessageDraft draft)
    {
        Spend();
        return await Conversation(conversation).Send(Me, draft);
    }

    public async Task Unsend(long conversation, int number)
    {
        Spend();
        await Conversation(conversation).Unsend(Me, number);
    }

    public async Task Add(long conversation, IReadOnlyList<int> others)
    {
        Spend();
        await Conversation(conversation).Add(Me, others);
    }

    public Task Leave(long conversation) => Conversation(conversation).Leave(Me);

    private IConversationGrain Conversation(long id) => GrainFactory.GetGrain<IConversationGrain>(id);

    private void Spend()
    {
        var wait = _writes.Take();
        if (wait > 0)
        {
            throw Errors.RateLimited("Mixi:Limits:WritesPerWindow", limits.Value.WritesPerWindow, wait);
        }
    }
}
