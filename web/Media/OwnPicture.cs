namespace OrleansMixi.Media;

/// <summary>What the page of one's own picture shows: the picture, if there is one, and the room for all.</summary>
internal sealed record OwnPicture(string? Url, long Used, long Room);
