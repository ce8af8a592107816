using OrleansMixi.Moderation;

namespace OrleansMixi.Administration;

/// <summary>What a report came to.</summary>
public sealed record CloseRequest(ReportOutcome Outcome);
