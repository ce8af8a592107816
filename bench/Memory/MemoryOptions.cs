namespace OrleansMixi.Memory;

/// <summary>What the command line says about a run of <c>memory</c>.</summary>
internal sealed record MemoryOptions(int Connections, int Timelines, int Members, int Authors, int Followers, int Largest, double Settle);
