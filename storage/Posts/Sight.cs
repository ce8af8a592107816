using OrleansMixi.Communities;
using OrleansMixi.Log;
using OrleansMixi.Members;

namespace OrleansMixi.Posts;

/// <summary>Finds what decides, beside a post's own header, who may see it, and asks <see cref="Visibility"/>.</summary>
public sealed class Sight(PostStore posts, StoryStore stories, CircleStore circles, CommunityStore communities, AuthorStore authors, TimeProvider time)
{
    private static readonly Exposure Gone = new(Gone: true);
    private static readonly Exposure Open = new();

    /// <summary>What decides about a post; null where its header alone does.</summary>
    public ValueTask<Exposure?> Of(in ActivityHeader post) => Visibility.IsPlain(post) ? default : Find(post);

    /// <summary>See <see cref="Visibility.CanSee"/>. What a suspended member wrote is seen by nobody else.</summary>
    public ValueTask<bool> CanSee(Viewer viewer, Post post) => CanSee(viewer, post.Header);

    /// <summary>The same for what has a header as a post would have: an album, a field of a profile.</summary>
    public async ValueTask<bool> CanSee(Viewer viewer, ActivityHeader post) =>
        Visibility.CanSee(viewer, post, await Of(post)) && await Stands(viewer, post.Author);

    /// <summary>See <see cref="Visibility.Shows"/> and <see cref="Visibility.Wants"/>: in the home timeline, or in another list.</summary>
    public async ValueTask<bool> Shows(Viewer viewer, Post post, bool home = false)
    {
        var exposure = await Of(post.Header);
        return Visibility.Shows(viewer, post.Header, exposure) && Visibility.Wants(viewer, post, home, exposure) && await Stands(viewer, post.Author);
    }

    /// <summary>Those of some posts that a viewer is shown, in order.</summary>
    public async ValueTask<List<Post>> Shown(Viewer viewer, IEnumerable<Post> all)
    {
        var candidates = all.ToList();

        // All authors in one query; then each is in memory.
        await authors.Get(candidates.Select(post => post.Author).Distinct());
        var shown = new List<Post>(candidates.Count);
        foreach (var post in candidates)
        {
            if (await Shows(viewer, post))
            {
                shown.Add(post);
            }
        }

        return shown;
    }

    private async ValueTask<bool> Stands(Viewer viewer, int author) => viewer.Member == author || await authors.Find(author) is { Suspended: false };

    // Its id tells when it came; what an import brought was written before, and its day is over.
    private bool IsPast(in ActivityHeader post) =>
        (post.Flags & ActivityFlags.Fleeting) != 0
        && ((post.Flags & ActivityFlags.Silent) != 0 || time.GetUtcNow().ToUnixTimeMilliseconds() - PostId.UnixMs(post.Subject) >= PostRules.FleetingFor.TotalMilliseconds);

    private async ValueTask<Exposure?> Find(ActivityHeader post)
    {
        var topic = Topic.Of(post.Topic);
        if (topic.Kind == TopicKind.Thread)
        {
            return await posts.Find(topic.Value) is { } root && await authors.Find(root.Author) is { Suspended: false }
                ? (await Of(root.Header) ?? Open) with { Root = root.Header }
                : Gone;
        }

        Story? story = null;
        if (post.Story != 0)
        {
            var shown = await posts.Find(post.Story);
            if (shown is null || await authors.Find(shown.Author) is null or { Suspended: true })
            {
                if (post.IsShare)
                {
                    return Gone;
                }
            }
            else
            {
                story = new(shown.Header, await Of(shown.Header), post.IsShare ? await stories.Shares(shown.Id) : [], shown.Body);
            }
        }

        var circle = post.Audience == Audience.FriendsOfFriends || Audiences.GroupOf(post.Audience) >= 0 ? await circles.Of(post.Author) : null;
        return new(circle, topic.Kind == TopicKind.Community && await communities.MembersOnly(topic.Number), Story: story, Past: IsPast(post));
    }
}
