using System.Text.Json;
using System.Text.Json.Serialization;
using OrleansMixi.Hammer;

namespace OrleansMixi.Towns;

/// <summary>One bench's figures; the same keys in all. Values are medians over the rounds, ratios above 1 are better than the peer.</summary>
internal sealed record Result(string Name, double Seconds, int Rounds, string Unit, double Value, double Min, double Max)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Whether less is better (microseconds, bytes); turns the ratios round.</summary>
    [JsonIgnore]
    public bool LessIsBetter { get; init; }

    /// <summary>The median of each peer, in the same unit.</summary>
    public IReadOnlyDictionary<string, double> Peers { get; init; } = new Dictionary<string, double>();

    public IReadOnlyDictionary<string, double> Ratios =>
        Peers.ToDictionary(peer => peer.Key, peer => Math.Round(LessIsBetter ? peer.Value / Value : Value / peer.Value, 2));

    public Percentiles? LatencyMs { get; init; }

    public ResultBooks? Books { get; init; }

    /// <summary>What each kind of request came to, where a bench has kinds.</summary>
    public IReadOnlyDictionary<string, KindFigures>? Kinds { get; init; }

    public double? PostsPerSecond { get; init; }

    /// <summary>Peers that could not be run, and why.</summary>
    public IReadOnlyList<string>? Missing { get; init; }

    /// <summary>The bench's own figures in rows, in the order in which they are to be read.</summary>
    public IReadOnlyList<ResultRow>? Rows { get; init; }

    public string Line() => JsonSerializer.Serialize(this, Json);

    public static double Median(IEnumerable<double> values) => values.Order().ToArray() is { Length: > 0 } sorted ? sorted[sorted.Length / 2] : 0;
}
