using System.Globalization;
using OrleansMixi.Log;
using OrleansMixi.Mail;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Moderation;

/// <summary>What administrators do, for the API and the pages: it holds on this host when it answers, and the member concerned gets word.</summary>
internal sealed class ModerationDesk(Moderator moderator, MeasureStore measures, ReportStore reports, AuthorStore authors, MailDesk mail, LogTail tail)
{
    /// <summary>Suspends a member.</summary>
    public async Task<int> Suspend(string handle, int by, string reason, DateTimeOffset? ends)
    {
        var member = await Member(handle);
        var number = await moderator.Suspend(member, by, reason, ends);
        await tail.Settled(tail.Shape.QueueOf(member));
        await reports.Close(ReportKind.Member, member, by);
        await mail.Tell(member, MailText.Suspended, reason.Trim(), ends is null ? "–" : ends.Value.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
        return number;
    }

    /// <summary>Lifts a member's suspension. Idempotent.</summary>
    public async Task Lift(string handle, int by, string? reason)
    {
        var member = await Member(handle);
        if (await measures.Holding(MeasureKind.Suspension, member) is { } measure)
        {
            await Undo(measure, by, reason);
        }
    }

    /// <summary>Hides a post.</summary>
    public async Task<int> Remove(long post, int by, string reason, DateTimeOffset? ends)
    {
        var number = await moderator.Remove(post, by, reason, ends);
        await tail.Settled(PostId.Queue(post));
        await reports.Close(ReportKind.Post, post, by);
        if (await measures.Find(number) is { } measure)
        {
            await mail.Tell(measure.Member, MailText.Removed, reason.Trim());
        }

        return number;
    }

    /// <summary>Puts a hidden post back. Idempotent.</summary>
    public async Task Restore(long post, int by, string? reason)
    {
        if (await measures.Post(post) is { } hidden && await measures.Holding(MeasureKind.Removal, hidden.Author, post) is { } measure)
        {
            await Undo(measure, by, reason);
        }
    }

    /// <summary>Undoes a measure by its number. Idempotent.</summary>
    public async Task Undo(int number, int by, string? reason) =>
        await Undo(await measures.Find(number) ?? throw Errors.NotFound("measure"), by, reason);

    /// <summary>Appeals for the member concerned, once.</summary>
    public async Task Appeal(int number, int member, string text)
    {
        PostRules.Text("text", text, ReportStore.MaxText);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw Errors.Invalid("text", "Say why this should be undone.");
        }

        if (await measures.Find(number) is not { } measure || measure.Member != member)
        {
            throw Errors.NotFound("measure");
        }

        if (!await measures.Appeal(number, member, text.Trim()))
        {
            throw Errors.Conflict("There is an appeal already, or this is undone by now.");
        }
    }

    /// <summary>Decides an appeal; granting it undoes the measure.</summary>
    public async Task Decide(int number, int by, bool granted, string answer)
    {
        PostRules.Text("answer", answer, Moderator.MaxReason);
        var measure = await measures.Find(number) is { Appeal: not null } found ? found : throw Errors.NotFound("appeal");
        if (!await measures.Decide(number, by, granted, answer.Trim()))
        {
            throw Errors.Conflict("This appeal is decided already.");
        }

        if (granted)
        {
            await Undo(measure, by, answer);
        }
    }

    private async Task Undo(MeasureRow measure, int by, string? reason)
    {
        await moderator.Undo(measure.Number, by, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
        await tail.Settled(measure.Kind == MeasureKind.Removal ? PostId.Queue(measure.Post) : tail.Shape.QueueOf(measure.Member));
        if (measure.Holds)
        {
            await mail.Tell(measure.Member, MailText.Restored);
        }
    }

    private async Task<int> Member(string handle) =>
        Handle.Fold(handle) is { } folded && await authors.Find(folded) is { } author ? author.Number : throw Errors.NotFound("member");
}
