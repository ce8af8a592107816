namespace OrleansMixi.Read;

/// <summary>Sizes of a read run.</summary>
internal sealed record ReadOptions(int Posts, int Authors, int Readers, int Cold, int Topics, int Connections, int Rounds, double Seconds);
