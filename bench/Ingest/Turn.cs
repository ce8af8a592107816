using OrleansMixi.Hammer;
using OrleansMixi.Towns;

namespace OrleansMixi.Ingest;

/// <summary>The rounds of one turn, such as 64 authors on SQLite.</summary>
internal sealed class Turn(string name)
{
    private readonly List<double> _rates = [];
    private readonly List<TimeSpan> _taken = [];

    public string Name => name;

    public double Value => Result.Median(_rates);

    public double Min => _rates.Min();

    public double Max => _rates.Max();

    public Percentiles LatencyMs => Percentiles.Of(_taken);

    public void Add(double rate, IEnumerable<TimeSpan> taken)
    {
        _rates.Add(rate);
        _taken.AddRange(taken);
    }

    public ResultRow Row(IReadOnlyDictionary<string, double>? peers) => new(name, IngestRounds.Unit, Math.Round(Value), peers, LatencyMs);
}
