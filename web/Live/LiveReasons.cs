using OrleansMixi.Posts;

namespace OrleansMixi.Live;

/// <summary>Why a post reaches a live reader: the topics through which it came, by name.</summary>
internal static class LiveReasons
{
    public static IReadOnlyList<string> Of(Viewer viewer, LiveReader reader, EncodedPost post)
    {
        var header = post.Post.Header;
        var mine = reader.Home && viewer.Member != 0 && header.Author == viewer.Member && header.Topic != Topic.User(viewer.Member).Value;
        if (!mine)
        {
            return post.Reasons;
        }

        var own = new TopicName(TopicKind.User, reader.Identity.Handle).ToString();
        return reader.Topics.ContainsKey(header.Topic) || viewer.Follows.Contains(header.Topic) ? [.. post.Reasons, own] : [own];
    }
}
