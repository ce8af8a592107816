using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>Founds communities: takes the slug, sets up the grain, makes the founder a member.</summary>
public sealed class CommunityFounder(CommunityStore communities, IGrainFactory grains, LogTail tail)
{
    private const int MaxTitle = 100;
    private const int MaxDescription = 1_000;

    /// <summary>Founds one; refuses a slug that is taken.</summary>
    public async Task<CommunityProfile> Found(int founder, FoundRequest request)
    {
        var slug = Handle.Fold(request.Slug) ?? throw Errors.Invalid("slug", "'slug' is 2 to 20 letters a–z, digits, '_' or '-', beginning with a letter or digit.");
        if (Handle.IsReserved(slug))
        {
            throw Errors.HandleTaken(slug);
        }

        PostRules.Text("title", request.Title, MaxTitle);
        PostRules.Text("description", request.Description, MaxDescription);
        if (request.Title.Trim().Length == 0)
        {
            throw Errors.Invalid("title", "'title' is empty; give the community a name.");
        }

        var joining = request.Joining switch
        {
            null or "open" => Joining.Open,
            "approval" => Joining.Approval,
            "invitation" => Joining.Invitation,
            _ => throw Errors.Invalid("joining", "'joining' is 'open', 'approval' or 'invitation'."),
        };
        var number = await communities.Register(slug, request.Title.Trim(), request.Description ?? "", joining, founder);
        var profile = new CommunityProfile(number, slug, request.Title.Trim(), request.Description ?? "", joining, founder);
        await grains.GetGrain<ICommunityGrain>(number).Found(founder, profile);
        await grains.GetGrain<IUserGrain>(founder).Follow(Topic.Community(number));
        await tail.Settled(tail.Shape.QueueOf(founder));
        return profile;
    }
}
