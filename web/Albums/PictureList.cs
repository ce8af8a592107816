namespace OrleansMixi.Albums;

/// <summary>Pictures by their ids, in order.</summary>
/// <param name="Media">Ids of uploads.</param>
public sealed record PictureList(IReadOnlyList<string> Media);
