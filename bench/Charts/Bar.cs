namespace OrleansMixi.Charts;

/// <summary>One bar: its name on the left, its value at its end.</summary>
internal sealed record Bar(string Label, double Value);
