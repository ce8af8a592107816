using OrleansMixi.Moderation;

namespace OrleansMixi.Administration;

/// <summary>A measure as administrators see it: with whom it concerns, and who took and undid it.</summary>
public sealed record AdminMeasureView(
    int Number, MeasureKind Kind, string Member, string? Post, string? Content, string Reason, string Actor, DateTimeOffset At, DateTimeOffset? Ends,
    DateTimeOffset? Undone, string? UndoneBy, string? UndoneReason);
