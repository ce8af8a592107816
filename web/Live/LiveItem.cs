namespace OrleansMixi.Live;

/// <summary>What a reader is told about one post: it is new (with reasons), it changed, or (without <paramref name="Post"/>) it is gone; or, with reasons alone, what of the reader's own has changed.</summary>
internal readonly record struct LiveItem(long Id, EncodedPost? Post, IReadOnlyList<string>? Reasons)
{
    /// <summary>Whether it is a new post.</summary>
    public bool IsNew => Reasons is not null && Post is not null;

    /// <summary>Whether it is a notice; its words are the reasons.</summary>
    public bool IsNotice => Reasons is not null && Post is null;

    /// <summary>The item in JSON.</summary>
    public ReadOnlySpan<byte> Json => Usual ? Post!.JsonItem : FrameJson.Item(Post!, Reasons!);

    /// <summary>The item in MessagePack.</summary>
    public ReadOnlySpan<byte> MessagePack => Usual ? Post!.MessagePackItem : FramePack.Item(Post!, Reasons!);

    // Compared by reference: the common case costs nothing, and another list with the same words is only slower.
    private bool Usual => ReferenceEquals(Reasons, Post!.Reasons);
}
