using OrleansMixi.Accounts;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Moderation;

/// <summary>
/// Takes measures and undoes them. The row comes first, then the log tells all hosts; a row of which the log does not know
/// is told again by whoever finds it, so a crash between the two is mended.
/// </summary>
public sealed class Moderator(MeasureStore measures, MemberStore members, PostStore posts, PostLog log, TimeProvider time)
{
    /// <summary>The longest reason, in text elements.</summary>
    public const int MaxReason = 500;

    private const int Some = 50;

    /// <summary>Suspends a member, until an end if one is given: posts are hidden, sign-ins and tokens refused, live connections closed.</summary>
    public async Task<int> Suspend(int member, int by, string reason, DateTimeOffset? ends)
    {
        if (member == by || await members.Find(member) is not { Role: MemberRole.Member })
        {
            throw Errors.Conflict("Administrators are not suspended; take their role first.");
        }

        return await Take(MeasureKind.Suspension, member, 0, by, reason, ends);
    }

    /// <summary>Hides a post, until an end if one is given; nothing of it is lost.</summary>
    public async Task<int> Remove(long post, int by, string reason, DateTimeOffset? ends)
    {
        var present = await posts.Find(post) ?? throw Errors.NotFound("post");
        return await Take(MeasureKind.Removal, present.Author, post, by, reason, ends);
    }

    /// <summary>Undoes a measure. Idempotent.</summary>
    public async Task Undo(int number, int by, string? reason)
    {
        PostRules.Text("reason", reason, MaxReason);
        await measures.Undo(number, by, reason);
        await Tell(number);
    }

    /// <summary>Ends what is over, and tells what was not told.</summary>
    public async Task GoOn()
    {
        foreach (var number in await measures.Ended(Some))
        {
            await measures.Undo(number, 0, null);
        }

        foreach (var number in await measures.Untold(Some))
        {
            await Tell(number);
        }
    }

    private async Task<int> Take(MeasureKind kind, int member, long post, int by, string reason, DateTimeOffset? ends)
    {
        PostRules.Text("reason", reason, MaxReason);
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw Errors.Invalid("reason", "Say why: the member concerned and the moderation log show it.");
        }

        if (ends <= time.GetUtcNow())
        {
            throw Errors.Invalid("ends", "'ends' must lie ahead; leave it away for a measure without an end.");
        }

        var number = await measures.Add(kind, member, post, by, reason.Trim(), ends?.ToUnixTimeMilliseconds() ?? 0)
            ?? throw Errors.Conflict("Such a measure holds already; undo it first.");
        await Tell(number);
        return number;
    }

    private async Task Tell(int number)
    {
        // Who undoes it meanwhile may have told first; then what is true now is told once more.
        while (await measures.Find(number) is { } measure)
        {
            await (measure.Kind == MeasureKind.Suspension ? TellSuspension(measure) : TellRemoval(measure));
            if (await measures.Told(measure))
            {
                return;
            }
        }
    }

    private async Task TellSuspension(MeasureRow measure)
    {
        var mine = Topic.User(measure.Member);
        await log.Append(new(ActivityKind.Member, measure.Member, measure.Actor, mine));
        if (measure.Holds)
        {
            await log.Append(new(ActivityKind.Revoke, measure.Member, measure.Actor, mine, Access.Everything));
        }
    }

    private async Task TellRemoval(MeasureRow measure)
    {
        if (await measures.Post(measure.Post) is { } post)
        {
            await log.Append(new(
                measure.Holds ? ActivityKind.Delete : ActivityKind.Edit, post.Author, measure.Actor, post.Topic, post.Id, post.Header.Audience,
                post.Header.Flags | ActivityFlags.Moderated));
        }
    }
}
