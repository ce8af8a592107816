using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Plans;
using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>Founds communities: takes the slug, sets up the grain, makes the founder a member.</summary>
public sealed class CommunityFounder(CommunityStore communities, Entitlements plans, IOptions<CommunityOptions> options, IGrainFactory grains, LogTail tail)
{
    /// <summary>Founds one; refuses a slug that is taken, and more than the founder's plan allows.</summary>
    public async Task<CommunityProfile> Found(int founder, FoundRequest request)
    {
        var slug = Handle.Fold(request.Slug) ?? throw Errors.Invalid("slug", "'slug' is 2 to 20 letters a–z, digits, '_' or '-', beginning with a letter or digit.");
        if (Handle.IsReserved(slug))
        {
            throw Errors.HandleTaken(slug);
        }

        var change = new CommunityChange(
            request.Title,
            request.Description ?? "",
            CommunityCategory.Read(request.Category),
            CommunityWords.OpennessOf(request.Visibility),
            CommunityWords.JoiningOf(request.Joining),
            CommunityWords.PostingOf(request.Posting));
        change.Check();
        var allowed = await plans.HasPremium(founder) ? options.Value.FoundedPremium : options.Value.Founded;
        var profile = await communities.Register(change.Of(new(0, slug, "", "", Joining.Open, founder)), allowed);
        await grains.GetGrain<ICommunityGrain>(profile.Number).Found(founder, profile);
        await grains.GetGrain<IUserGrain>(founder).Follow(Topic.Community(profile.Number));
        await tail.Settled(tail.Shape.QueueOf(founder));
        return profile;
    }
}
