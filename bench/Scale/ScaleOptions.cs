namespace OrleansMixi.Scale;

/// <summary>The size of the measurement.</summary>
internal sealed record ScaleOptions(int Members, int Rounds, double Seconds, int Rate);
