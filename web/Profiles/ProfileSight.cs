using OrleansMixi.Log;
using OrleansMixi.Posts;

namespace OrleansMixi.Profiles;

/// <summary>Asks for a field of a profile what is asked for a post: as if the member had posted it to this audience.</summary>
internal sealed class ProfileSight(Sight sight)
{
    public ValueTask<bool> CanSee(Viewer viewer, int owner, Audience audience) =>
        sight.CanSee(viewer, new ActivityHeader(0, Topic.User(owner).Value, 0, owner, owner, ActivityKind.Post, audience, ActivityFlags.None, EdgeKind.None));
}
