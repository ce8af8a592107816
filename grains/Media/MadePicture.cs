namespace OrleansMixi.Media;

/// <summary>A picture as it is kept: drawn anew from its pixels, with a thumbnail.</summary>
internal sealed record MadePicture(string Type, byte[] Full, byte[] Small, int Width, int Height);
