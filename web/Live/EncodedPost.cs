using System.Text;
using System.Text.Json;
using MessagePack;
using OrleansMixi.Hosting;
using OrleansMixi.Posts;

namespace OrleansMixi.Live;

/// <summary>
/// A post in the bytes of each protocol, made once for everybody; nothing in it depends on who looks. Most readers get it
/// for the same reason, its topic, so the whole item with that reason is kept too.
/// </summary>
internal sealed class EncodedPost
{
    public EncodedPost(Post post, PostView view)
    {
        (Post, Reasons) = (post, [view.Topic]);
        Json = JsonSerializer.SerializeToUtf8Bytes(view, MixiJson.Options);
        MessagePack = MessagePackSerializer.ConvertFromJson(Encoding.UTF8.GetString(Json));
        JsonItem = FrameJson.Item(this, Reasons);
        MessagePackItem = FramePack.Item(this, Reasons);
    }

    /// <summary>The post it was made from.</summary>
    public Post Post { get; }

    /// <summary>The name of its topic, as the only reason.</summary>
    public IReadOnlyList<string> Reasons { get; }

    /// <summary>The post in UTF-8 JSON.</summary>
    public byte[] Json { get; }

    /// <summary>The post in MessagePack.</summary>
    public byte[] MessagePack { get; }

    /// <summary><c>{"post":…,"reason":[topic]}</c></summary>
    public byte[] JsonItem { get; }

    /// <summary>The same in MessagePack.</summary>
    public byte[] MessagePackItem { get; }
}
