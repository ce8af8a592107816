namespace OrleansMixi.Timelines;

/// <summary>A live reader: the web host's gateway and its number there.</summary>
internal readonly record struct ReaderKey(GrainId Gateway, int Reader);
