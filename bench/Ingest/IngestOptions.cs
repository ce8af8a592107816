namespace OrleansMixi.Ingest;

/// <summary>The size of the measurement.</summary>
internal sealed record IngestOptions(string[] Databases, int[] Authors, int Rate, int Queues, int Rounds, double Seconds)
{
    /// <summary>Members who write, in the largest turn.</summary>
    public int Members => Authors.Max();
}
