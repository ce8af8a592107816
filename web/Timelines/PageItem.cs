using System.Text;
using System.Text.Json;
using OrleansMixi.Hosting;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Timelines;

/// <summary>A post as an item of a page, in the bytes of its JSON, made once for everybody: <c>,{"post":…,"reason":["user:…"]}</c>.</summary>
internal sealed class PageItem
{
    private readonly byte[] _json;
    private readonly int _head;
    private readonly string _topic;

    public PageItem(Post post, PostView view, Author author, long stamp)
    {
        (Post, Author, Stamp, _topic) = (post, author, stamp, view.Topic);
        var head = $",{{\"post\":{JsonSerializer.Serialize(view, MixiJson.Options)},\"reason\":[";
        _head = Encoding.UTF8.GetByteCount(head);
        _json = Encoding.UTF8.GetBytes($"{head}\"{_topic}\"]}}");
    }

    /// <summary>The post it was made from.</summary>
    public Post Post { get; }

    /// <summary>The author as it was then.</summary>
    public Author Author { get; }

    /// <summary>The count of changes of members up to which the author is known to be the same.</summary>
    public long Stamp { get; set; }

    /// <summary>The item as a viewer is shown it, after a comma: only one's own posts in others' topics come for a reason that not everybody has.</summary>
    public byte[] Json(Viewer viewer) =>
        Post.Author == viewer.Member && Post.Topic != Topic.User(Post.Author) ? Own(viewer) : _json;

    private byte[] Own(Viewer author)
    {
        var reasons = Visibility.Reasons(author, Post.Header).Select(topic => topic == Post.Topic ? _topic : new TopicName(TopicKind.User, Author.Handle).ToString());
        return [.. _json.AsSpan(0, _head), .. Encoding.UTF8.GetBytes($"{string.Join(',', reasons.Select(reason => $"\"{reason}\""))}]}}")];
    }
}
