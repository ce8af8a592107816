using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>The one place to ask whether somebody may know of a community, and read it.</summary>
public sealed class CommunitySight(CommunityStore communities, GuestStore guests, BarStore bars)
{
    /// <summary>The community if the viewer may know of it; null as if there were none.</summary>
    public async ValueTask<CommunityProfile?> Known(Viewer viewer, string slug) =>
        await communities.Number(slug) is not 0 and var number ? await Known(viewer, number) : null;

    /// <summary>The community if the viewer may know of it; null as if there were none.</summary>
    public async ValueTask<CommunityProfile?> Known(Viewer viewer, int number) =>
        await communities.Find(number) is { } profile && await MayKnow(viewer, profile) ? profile : null;

    /// <summary>Whether the viewer may read what is written there.</summary>
    public static bool MayRead(Viewer viewer, CommunityProfile profile) => profile.Openness == Openness.Public || Belongs(viewer, profile);

    /// <summary>Whether the viewer belongs to it.</summary>
    public static bool Belongs(Viewer viewer, CommunityProfile profile) => viewer.Communities.Contains(Topic.Community(profile.Number).Value);

    // Who is at the door of a hidden community knows of it, and who was barred reads why.
    private async ValueTask<bool> MayKnow(Viewer viewer, CommunityProfile profile) =>
        profile.Openness != Openness.Hidden
        || Belongs(viewer, profile)
        || (viewer.Member != 0
            && (await guests.Find(profile.Number, viewer.Member) is not null || await bars.Find(profile.Number, viewer.Member) is not null));
}
