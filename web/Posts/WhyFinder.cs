using OrleansMixi.Log;
using OrleansMixi.Members;

namespace OrleansMixi.Posts;

/// <summary>Finds through what a post is in a member's home timeline, or which rule keeps it out.</summary>
internal sealed class WhyFinder(ViewerStore viewers, PostStore posts, StoryStore stories, AuthorStore authors, TopicNames names, Sight sight)
{
    /// <summary>The answer about a post; null where the member may not know of it.</summary>
    public async Task<WhyView?> Of(int member, long id)
    {
        var viewer = await viewers.Find(member);
        if (await posts.Find(id) is not { } post || await authors.Find(post.Author) is not { Suspended: false } author)
        {
            return null;
        }

        var exposure = await sight.Of(post.Header);
        if (!Visibility.CanSee(viewer, post.Header, exposure))
        {
            return null;
        }

        var reach = Reach.Of(viewer, post, exposure, post.Header.IsShare ? [] : await Shares(viewer, id));
        var reasons = new List<WhyReason>();
        foreach (var reason in reach.Reasons)
        {
            reasons.Add(new(reason.Kind.ToString().ToLowerInvariant(), (await names.Find(reason.Topic))?.ToString() ?? ""));
        }

        return new(reach.Shown, reasons, reach.Shown ? null : new(Word(reach.Rule), await Value(reach.Rule, viewer, post, author, exposure)));
    }

    /// <summary>The first shares by those whom the viewer follows.</summary>
    private async Task<IReadOnlyList<(Post, Exposure?)>> Shares(Viewer viewer, long story)
    {
        var found = new List<(Post, Exposure?)>();
        foreach (var share in (await stories.Shares(story)).Where(share => share.Author == viewer.Member || viewer.Follows.Contains(Topic.User(share.Author).Value)))
        {
            if (await posts.Find(share.Id) is { } post && await authors.Find(post.Author) is { Suspended: false })
            {
                found.Add((post, await sight.Of(post.Header)));
            }
        }

        return found;
    }

    private async ValueTask<string?> Value(HomeRule rule, Viewer viewer, Post post, Author author, Exposure? exposure) => rule switch
    {
        HomeRule.Member => author.Handle,
        HomeRule.Topic => (await names.Find(post.Topic))?.ToString(),
        HomeRule.Language => post.Body.Language,
        HomeRule.Word => viewer.Mutes.Word(post.Body, home: true) ?? (exposure?.Story is { Body: { } body } ? viewer.Mutes.Word(body, home: true) : null),
        HomeRule.Story => PostId.Format(post.Header.Story),
        _ => null,
    };

    private static string Word(HomeRule rule) => rule == HomeRule.NotFollowed ? "not-followed" : rule.ToString().ToLowerInvariant();
}
