using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansMixi.Live;
using OrleansMixi.Storage;

namespace OrleansMixi.Messages;

/// <summary>One conversation: whatever waits to be said goes into one commit while the one before it runs.</summary>
internal sealed partial class ConversationGrain(
    ConversationStore conversations, MessageStore messages, Correspondence correspondence, NoticeBell bell, Database database, IOptions<MessageOptions> options, TimeProvider time,
    ILogger<ConversationGrain> logger) : Grain, IConversationGrain
{
    private readonly List<PendingMessage> _waiting = [];
    private Conversation? _present;
    private bool _writing;

    private long Id => this.GetPrimaryKeyLong();

    public async Task<Message> Send(int author, MessageDraft draft)
    {
        MessageRules.Check(draft);
        await correspondence.Say(author, await Present());
        if (_waiting.Count >= options.Value.Waiting)
        {
            throw Unavailable();
        }

        var pending = new PendingMessage(new(author, draft));
        _waiting.Add(pending);
        if (!_writing)
        {
            _ = Write();
        }

        return await pending.Task;
    }

    public async Task Unsend(int author, int number)
    {
        var present = await Present();
        await correspondence.Say(author, present);
        if (await Reach(messages.Unsend(Id, author, number, time.GetUtcNow() - options.Value.UnsendWithin)))
        {
            Ring(present);
            return;
        }

        var line = await messages.Find(Id, number);
        if (line is null || line.Number <= present.Of(author)!.Since)
        {
            throw Errors.NotFound("message");
        }

        if (line.Author != author || line.Kind is not (MessageKind.Text or MessageKind.Stamp))
        {
            throw Errors.Forbidden("Only what you wrote yourself can be unsent.");
        }

        if (line.Unsent == 0)
        {
            throw Errors.Conflict($"A message can be unsent for {options.Value.UnsendWithin.TotalHours:0.##} hours (Mixi:Messages:UnsendWithin); this one is older.");
        }
    }

    public async Task Add(int by, IReadOnlyList<int> members)
    {
        while (true)
        {
            var present = await Present();
            await correspondence.Say(by, present);
            Group(present);
            var added = members.Distinct().Where(member => present.Of(member) is null).ToList();
            if (added.Count == 0)
            {
                return;
            }

            if (present.Participants.Count + added.Count > options.Value.GroupSize)
            {
                throw Errors.Conflict($"A group has at most {options.Value.GroupSize} members (Mixi:Messages:GroupSize).");
            }

            foreach (var member in added)
            {
                await correspondence.Start(by, member);
            }

            if (await Changed(present, conversations.Add(present, by, added)))
            {
                return;
            }
        }
    }

    public async Task Leave(int member)
    {
        while (true)
        {
            var present = await Present();
            if (present.Of(member) is null)
            {
                return;
            }

            Group(present);
            if (await Changed(present, conversations.Leave(present, member)))
            {
                return;
            }
        }
    }

    private static void Group(Conversation present)
    {
        if (present.Kind != ConversationKind.Group)
        {
            throw Errors.Conflict("A conversation of two stays as it is; make a group instead.");
        }
    }

    /// <summary>Whether a change of the participants went through; either way they are read anew.</summary>
    private async Task<bool> Changed(Conversation present, Task<bool> change)
    {
        var done = await Reach(change);
        _present = null;
        Ring(done ? await Present() : present);
        return done;
    }

    private async Task<Conversation> Present() =>
        _present ??= await Reach(conversations.Find(Id)) ?? throw Errors.NotFound("conversation");

    /// <summary>Writes until nothing waits; one commit at a time, so that lines stand in the order in which they came.</summary>
    private async Task Write()
    {
        _writing = true;
        while (_waiting.Count > 0)
        {
            var batch = _waiting.Take(options.Value.CommitBatch).ToList();
            _waiting.RemoveRange(0, batch.Count);
            try
            {
                await Write(batch);
            }
            catch (Exception error)
            {
                LogRefused(error, Id, batch.Count);
                batch.ForEach(pending => pending.TrySetException(error as MixiException ?? Unavailable()));
            }
        }

        _writing = false;
    }

    private async Task Write(List<PendingMessage> batch)
    {
        while (batch.Count > 0)
        {
            var present = await Present();
            if (await messages.Append(Id, present.Version, batch.ConvertAll(pending => pending.Message)) is { } outcomes)
            {
                Said(present, outcomes);
                batch.Zip(outcomes).ToList().ForEach(pair => pair.First.Settle(pair.Second));
                return;
            }

            // Somebody came or left meanwhile, perhaps through another activation: who is not there any more says nothing.
            _present = null;
            present = await Present();
            foreach (var pending in batch.Where(pending => present.Of(pending.Message.Author) is null).ToList())
            {
                pending.SetException(Errors.NotFound("conversation"));
                batch.Remove(pending);
            }
        }
    }

    private void Said(Conversation present, IReadOnlyList<SendOutcome> outcomes)
    {
        if (outcomes.LastOrDefault(outcome => outcome.Fresh)?.Message is { } last)
        {
            if (_present == present)
            {
                _present = present with { Last = last.Number, At = last.At };
            }

            Ring(present);
        }
    }

    private void Ring(Conversation present)
    {
        foreach (var participant in present.Participants)
        {
            bell.Ring(participant.Member, NoticeKind.Message);
        }
    }

    /// <summary>Errors of a database do not cross hosts.</summary>
    private async Task<T> Reach<T>(Task<T> call)
    {
        try
        {
            return await call;
        }
        catch (Exception error) when (database.IsTransient(error))
        {
            throw Unavailable();
        }
    }

    private static MixiException Unavailable() =>
        new("unavailable", "Messages can't be written at the moment. Try again; with the same Idempotency-Key nothing is sent twice.", null, 2);

    [LoggerMessage(EventIds.MessagesRefused, LogLevel.Warning, "Conversation {Conversation}: {Count} messages could not be written")]
    private partial void LogRefused(Exception error, long conversation, int count);
}
