namespace OrleansMixi.Fanout;

/// <summary>The size of the town and of the measurement.</summary>
internal sealed record FanoutOptions(int Members, int Authors, int Followers, int Largest, int Writers, int Queues, int Shards, int Rounds, double Seconds);
