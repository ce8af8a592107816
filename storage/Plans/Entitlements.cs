using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Storage;

namespace OrleansMixi.Plans;

/// <summary>
/// What a member's plan allows: the one place to ask. In this host's memory, renewed when the log tells of the member and
/// after a minute at the latest; start and end hold to the moment.
/// </summary>
public sealed class Entitlements(PlanStore plans, TimeProvider time, IOptions<LogOptions> options) : ILogFollower
{
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(1);

    private readonly GenerationCache<int, (IReadOnlyList<PlanRow> Plans, long At)> _known = new(options.Value.CachedPosts / 4);

    /// <summary>The plan that a member has now.</summary>
    public async ValueTask<Plan> Of(int member)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var plan in await Plans(member))
        {
            if (plan.Starts <= now && now < plan.Ends)
            {
                return new(plan.Kind, DateTimeOffset.FromUnixTimeMilliseconds(plan.Starts), DateTimeOffset.FromUnixTimeMilliseconds(plan.Ends));
            }
        }

        return Plan.Free;
    }

    /// <summary>Whether a member has Premium now.</summary>
    public async ValueTask<bool> HasPremium(int member) => (await Of(member)).IsPremium;

    /// <inheritdoc/>
    public void Applied(Activity entry)
    {
        if (entry.Header.Kind == ActivityKind.Member)
        {
            _known.Remove(entry.Header.Author);
        }
    }

    private async ValueTask<IReadOnlyList<PlanRow>> Plans(int member)
    {
        if (_known.TryGet(member, out var known) && time.GetElapsedTime(known.At) < Keep)
        {
            return known.Plans;
        }

        var (stamp, at) = (_known.Removals, time.GetTimestamp());
        var rows = await plans.Of(member);
        _known.Offer(member, (rows, at), stamp);
        return rows;
    }
}
