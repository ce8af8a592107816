using OrleansMixi.Log;
using OrleansMixi.Posts;

namespace OrleansMixi.Plans;

/// <summary>Grants and ends plans, and tells all hosts through the log.</summary>
public sealed class PlanGrants(PlanStore plans, PostLog log, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3660);

    /// <summary>Grants a plan from a moment (now if none is given) to an end; plans may overlap, then the one that ends last counts.</summary>
    public async Task Grant(int member, PlanKind kind, DateTimeOffset? starts, DateTimeOffset ends, int by)
    {
        var now = time.GetUtcNow();
        var from = starts ?? now;
        if (kind == PlanKind.Free)
        {
            throw Errors.Invalid("plan", "Everyone has the free plan; grant 'premium', or end the present plan.");
        }

        if (ends <= now || ends <= from || ends > now + Longest)
        {
            throw Errors.Invalid("ends", $"'ends' must lie after now and after the start, and at most {Longest.Days} days ahead.");
        }

        await plans.Add(member, kind, from.ToUnixTimeMilliseconds(), ends.ToUnixTimeMilliseconds(), by);
        await Tell(member, by);
    }

    /// <summary>Ends all plans of a member at once. Idempotent.</summary>
    public async Task End(int member, int by)
    {
        if (await plans.End(member, by))
        {
            await Tell(member, by);
        }
    }

    private Task Tell(int member, int by) => log.Append(new(ActivityKind.Member, member, by == 0 ? member : by, Topic.User(member)));
}
