namespace OrleansMixi.Live;

/// <summary>A post in the bytes of each protocol, made once for everybody; nothing in it depends on who looks.</summary>
/// <param name="Post">The post it was made from.</param>
/// <param name="Topic">The name of its topic.</param>
/// <param name="Json">UTF-8 JSON.</param>
/// <param name="MessagePack">The same in MessagePack.</param>
internal sealed record EncodedPost(Posts.Post Post, string Topic, byte[] Json, byte[] MessagePack);
