using OrleansMixi.Log;

namespace OrleansMixi.Mutes;

/// <summary>Changes a member's mutes; when it answers, this host shows what was changed.</summary>
internal sealed class MuteDesk(IGrainFactory grains, MuteStore store, LogTail tail)
{
    public async Task<MuteRule> Add(int member, MuteRule rule)
    {
        var kept = await Grain(member).Add(rule);
        await Settle(member);
        return kept;
    }

    public async Task Remove(int member, int number)
    {
        await Grain(member).Remove(number);
        await Settle(member);
    }

    /// <summary>Shows a hidden post again.</summary>
    public async Task Show(int member, long post)
    {
        var value = PostId.Format(post);
        if ((await store.Of(member)).FirstOrDefault(rule => rule.Kind == MuteKind.Post && rule.Value == value) is { } rule)
        {
            await Remove(member, rule.Number);
        }
    }

    private IMutesGrain Grain(int member) => grains.GetGrain<IMutesGrain>(member);

    private Task Settle(int member) => tail.Settled(tail.Shape.QueueOf(member));
}
