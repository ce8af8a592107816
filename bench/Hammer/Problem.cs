namespace OrleansMixi.Hammer;

/// <summary>As much of a problem document as helps who reads the message.</summary>
internal sealed record Problem(string? Title, string? Detail);
