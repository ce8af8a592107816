namespace OrleansMixi.Media;

/// <summary>What is known of a video from its own tables.</summary>
internal readonly record struct VideoFacts(string Type, int Width, int Height);
