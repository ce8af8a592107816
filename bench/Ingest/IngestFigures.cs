using OrleansMixi.Towns;

namespace OrleansMixi.Ingest;

/// <summary>What was measured on one database.</summary>
internal sealed record IngestFigures(Turn Most, Turn OnSchedule, IReadOnlyDictionary<string, double> Peers, IReadOnlyList<ResultRow> Rows, ResultBooks Books);
