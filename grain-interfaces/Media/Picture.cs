namespace OrleansMixi.Media;

/// <summary>A picture or video as a post carries it: enough to draw its place before the file has come.</summary>
/// <param name="Id">Its id, as in <c>/media/{id}</c>.</param>
/// <param name="Width">Width in pixels; 0 if unknown.</param>
/// <param name="Height">Height in pixels; 0 if unknown.</param>
/// <param name="Alt">A description for who can't see it; may be empty.</param>
/// <param name="Video">Whether it moves and is played.</param>
[GenerateSerializer, Immutable, Alias("mixi.Picture")]
public sealed record Picture(
    [property: Id(0)] long Id,
    [property: Id(1)] int Width,
    [property: Id(2)] int Height,
    [property: Id(3)] string Alt,
    [property: Id(4)] bool Video = false);
