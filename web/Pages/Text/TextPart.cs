namespace OrleansMixi.Pages.Text;

/// <summary>A stretch of a post's text.</summary>
/// <param name="Text">What the reader sees.</param>
/// <param name="Href">Where it leads; null for plain text.</param>
/// <param name="Outside">Whether it leads out of this site.</param>
public readonly record struct TextPart(string Text, string? Href = null, bool Outside = false);
