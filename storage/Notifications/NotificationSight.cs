using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Notifications;

/// <summary>What a member may and wants to be told. The one place that is asked when something is written and again when it is shown.</summary>
public sealed class NotificationSight(Sight sight, ViewerStore viewers, AuthorStore authors, LogTail tail)
{
    /// <summary>Whether the viewer wants to hear of another member at all.</summary>
    public static bool Hears(Viewer viewer, Author? actor) =>
        actor is { Suspended: false } && !viewer.Blocks.Contains(actor.Number) && !viewer.Mutes.Silences(actor.Number);

    /// <summary>Whether the viewer may and wants to see a post.</summary>
    public ValueTask<bool> Sees(Viewer viewer, Post post) => sight.Shows(viewer, post);

    /// <summary>Whether a member may be told that somebody wrote a post. What hides it is asked for again as it stands in the database now: this host may not know yet of a friendship from another one.</summary>
    public async ValueTask<bool> Reaches(int member, int actor, Post? post)
    {
        if (await Reaches(await viewers.Find(member), actor, post))
        {
            return true;
        }

        await tail.Settled(tail.Shape.QueueOf(member));
        return await Reaches(await viewers.Find(member), actor, post);
    }

    private async ValueTask<bool> Reaches(Viewer viewer, int actor, Post? post) =>
        Hears(viewer, await authors.Find(actor)) && (post is null || await Sees(viewer, post));
}
