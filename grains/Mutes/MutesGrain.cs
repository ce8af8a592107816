using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Mutes;

/// <summary>Keeps a member's mutes within their limits and tells all hosts.</summary>
internal sealed class MutesGrain(MuteStore store, PostLog log, IOptions<LimitOptions> limits, TimeProvider time) : Grain, IMutesGrain
{
    private int Me => (int)this.GetPrimaryKeyLong();

    public async Task<MuteRule> Add(MuteRule rule)
    {
        await GrainFactory.GetGrain<IUserGrain>(Me).Spend();
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await store.Forget(Me, now);
        var (name, limit) = rule.Kind == MuteKind.Post ? (nameof(LimitOptions.HiddenPosts), limits.Value.HiddenPosts) : (nameof(LimitOptions.Mutes), limits.Value.Mutes);
        var kept = await store.Keep(Me, rule with { Created = now }, limit)
            ?? throw Errors.Conflict($"You have {limit} of them (Mixi:Limits:{name}); take one away first.");
        await Tell();
        return kept;
    }

    public async Task Remove(int number)
    {
        await GrainFactory.GetGrain<IUserGrain>(Me).Spend();
        if (await store.Remove(Me, number))
        {
            await Tell();
        }
    }

    private Task Tell() => log.Append(new(ActivityKind.Member, Me, Me, Topic.User(Me)));
}
