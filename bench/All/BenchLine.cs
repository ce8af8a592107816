using System.Text.Json;
using OrleansMixi.Hammer;
using OrleansMixi.Towns;

namespace OrleansMixi.All;

/// <summary>A bench's line of JSON, as it was printed, or why there is none.</summary>
internal sealed record BenchLine(
    string Name,
    double Seconds,
    int Rounds,
    string Unit,
    double Value,
    double Min,
    double Max,
    IReadOnlyDictionary<string, double>? Peers,
    IReadOnlyDictionary<string, double>? Ratios,
    Percentiles? LatencyMs,
    ResultBooks? Books,
    double? PostsPerSecond,
    IReadOnlyList<string>? Missing,
    IReadOnlyList<ResultRow>? Rows,
    string? Failed)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads a line; null if it is none of a bench.</summary>
    public static BenchLine? Read(string? line)
    {
        try
        {
            return line is null ? null : JsonSerializer.Deserialize<BenchLine>(line, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The line of a bench that did not come to a result.</summary>
    public static string Failure(string name, string reason) => JsonSerializer.Serialize(new { name, failed = reason }, Json);
}
