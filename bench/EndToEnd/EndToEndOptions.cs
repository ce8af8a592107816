namespace OrleansMixi.EndToEnd;

/// <summary>What the command line says about a run of <c>endtoend</c>.</summary>
internal sealed record EndToEndOptions(int Readers, int Authors, int Reached, IReadOnlyList<int> Rates, int Rounds, double Seconds);
