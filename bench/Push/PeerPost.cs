using System.Text;
using System.Text.Json;
using OrleansMixi.Hosting;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Timelines;

namespace OrleansMixi.Push;

/// <summary>What peers send: the same item in the same bytes as OrleansMixi has it.</summary>
internal static class PeerPost
{
    private static readonly DateTimeOffset Published = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static TimelineItem Item(PushPost post)
    {
        var topic = PushGraph.Topic(post.Author);
        var author = PushGraph.Author(post.Author);
        var id = PostId.Compose(PostId.HeadAt(Published.ToUnixTimeMilliseconds()) + post.Sequence, post.Author % 8);
        var view = new PostView(PostId.Format(id), new(author, author, false), topic, "voice", null, post.Text, "everyone", null, null, Published, null);
        return new(view, [topic]);
    }

    public static string Json(PushPost post) => JsonSerializer.Serialize(Item(post), MixiJson.Options);

    /// <summary>Posts of one author as one request: <c>[{"topic":…,"item":…}]</c>.</summary>
    public static ByteArrayContent Body(IReadOnlyList<PushPost> posts)
    {
        var body = $"[{string.Join(',', posts.Select(post => $$"""{"topic":"{{PushGraph.Topic(post.Author)}}","item":{{Json(post)}}}"""))}]";
        return new(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new("application/json") } };
    }

    /// <summary>The topics that a reader watches.</summary>
    public static IEnumerable<string> Topics(PushGraph graph, int reader) => graph.Followed(reader).Prepend(0).Select(PushGraph.Topic);
}
