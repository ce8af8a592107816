namespace OrleansMixi.Live;

/// <summary>What a reader is told about one post: it is new (with reasons), it changed, or (without <paramref name="Post"/>) it is gone.</summary>
internal readonly record struct LiveItem(long Id, EncodedPost? Post, IReadOnlyList<string>? Reasons)
{
    /// <summary>Whether it is a new post.</summary>
    public bool IsNew => Reasons is not null;
}
