namespace OrleansMixi.Communities;

/// <summary>One thing that a deed changed.</summary>
public sealed record DeedChange(string Field, string? Before, string? After);
