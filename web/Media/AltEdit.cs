namespace OrleansMixi.Media;

/// <summary>A change of a picture's description.</summary>
/// <param name="Alt">The description for who can't see the picture; empty removes it.</param>
public sealed record AltEdit(string Alt);
