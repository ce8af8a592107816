using OrleansMixi.Media;
using OrleansMixi.Members;

namespace OrleansMixi.Posts;

/// <summary>Turns posts into what clients see: numbers become names.</summary>
public sealed class PostViews(AuthorStore authors, TopicNames names)
{
    /// <summary>Views of posts, by id; posts whose author or topic is gone are absent.</summary>
    public async ValueTask<IReadOnlyDictionary<long, PostView>> Of(IReadOnlyCollection<Post> posts)
    {
        var writers = await authors.Get(posts.Select(post => post.Author).Concat(posts.Select(post => post.Header.Friend).Where(friend => friend != 0)).Distinct());
        var views = new Dictionary<long, PostView>(posts.Count);
        foreach (var post in posts)
        {
            var friend = post.Header.Friend == 0 ? null : writers.GetValueOrDefault(post.Header.Friend);
            if (post.Header.Friend != 0 && friend is null or { Suspended: true })
            {
                continue;
            }

            if (writers.TryGetValue(post.Author, out var author) && !author.Suspended && await names.Find(post.Topic) is { } topic)
            {
                views[post.Id] = View(post, author, topic) with { With = friend is null ? null : new(friend.Handle, friend.Nickname, friend.Bot) };
            }
        }

        return views;
    }

    /// <summary>The view of one post; null if its author or topic is gone.</summary>
    public async ValueTask<PostView?> Of(Post post) => (await Of([post])).GetValueOrDefault(post.Id);

    private static PostView View(Post post, Author author, TopicName topic) => new(
        Log.PostId.Format(post.Id),
        new(author.Handle, author.Nickname, author.Bot),
        topic.ToString(),
        PostWords.Of(post.Body.Form),
        post.Body.Title,
        post.Body.Text,
        PostWords.Of(post.Header.Audience),
        post.Body.Language,
        post.Body.Link,
        DateTimeOffset.FromUnixTimeMilliseconds(post.Published),
        post.Edited == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(post.Edited))
    {
        Pictures = post.Body.Media is { Pictures.Count: > 0 } media ? [.. media.Pictures.Select(PictureView.Of)] : null,
        Album = post.Body.Media is { Album: not 0 } announced ? Log.PostId.Format(announced.Album) : null,
        ReplyTo = post.Topic.Kind == TopicKind.Thread ? Log.PostId.Format(post.Header.Target) : null,
        Story = post.Header.Story == 0 ? null : Log.PostId.Format(post.Header.Story),
        Until = (post.Header.Flags & Log.ActivityFlags.Fleeting) == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(post.Published) + PostRules.FleetingFor,
        Comments = CommentRules.Of(post.Header) switch { Commenting.Friends => "friends", Commenting.Nobody => "nobody", _ => null },
        Counts = CountsView.Of(post.Counts),
    };
}
