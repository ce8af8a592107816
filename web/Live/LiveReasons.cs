using OrleansMixi.Posts;

namespace OrleansMixi.Live;

/// <summary>Why a post reaches a live reader: the topics through which it came, by name.</summary>
internal static class LiveReasons
{
    public static IReadOnlyList<string> Of(Viewer viewer, LiveReader reader, EncodedPost post)
    {
        var header = post.Post.Header;
        var mine = reader.Home && viewer.Member != 0 && header.Author == viewer.Member && header.Topic != Topic.User(viewer.Member).Value;
        var topic = reader.Topics.ContainsKey(header.Topic) || !mine || viewer.Follows.Contains(header.Topic);
        var own = new TopicName(TopicKind.User, reader.Identity.Handle).ToString();
        return (topic, mine) switch
        {
            (true, true) => [post.Topic, own],
            (false, true) => [own],
            _ => [post.Topic],
        };
    }
}
