namespace OrleansMixi.Towns;

/// <summary>What a kind of request came to.</summary>
/// <param name="RequestsPerSecond">How many were answered.</param>
/// <param name="P50">Milliseconds from the schedule that half of them took at most.</param>
/// <param name="P99">The same for 99 of 100.</param>
/// <param name="Errors">How many failed.</param>
/// <param name="ServerMicroseconds">Processor time that the server spends on one, measured alone.</param>
/// <param name="DatabaseMicroseconds">The same of the database.</param>
internal sealed record KindFigures(double RequestsPerSecond, double P50, double P99, long Errors, double ServerMicroseconds, double DatabaseMicroseconds);
