using Microsoft.Extensions.Options;
using OrleansMixi.Accounts;

namespace OrleansMixi.Reactions;

/// <summary>Takes back what a member who leaves reacted to, as the member would: so the counts follow everywhere.</summary>
internal sealed class ForgetsReactions(ReactionStore reactions, IGrainFactory grains, IOptions<LeavingOptions> options) : IForgets
{
    public async Task<bool> Forget(int member, CancellationToken cancellationToken)
    {
        var given = await reactions.By(member, options.Value.Batch);
        await Task.WhenAll(given.Select(one => grains.GetGrain<IPostGrain>(one.Post).React(new(member, one.Reaction, false))));
        return given.Count < options.Value.Batch;
    }
}
