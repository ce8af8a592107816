namespace OrleansMixi.Push;

/// <summary>What the command line says about a run of <c>push</c>.</summary>
internal sealed record PushOptions(int Few, int Many, int Rounds, double Seconds, IReadOnlyList<string> Peers, string? Only);
