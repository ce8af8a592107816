using OrleansMixi.Moderation;

namespace OrleansMixi.Administration;

/// <summary>An appeal that waits for a decision.</summary>
/// <param name="Measure">The number of the measure.</param>
/// <param name="Kind">suspension or removal.</param>
/// <param name="Member">The handle of the member concerned.</param>
/// <param name="Content">The hidden post's text.</param>
/// <param name="Reason">Why the measure was taken.</param>
/// <param name="At">When it was taken.</param>
/// <param name="Text">What the member wrote.</param>
public sealed record AppealView(int Measure, MeasureKind Kind, string Member, string? Content, string Reason, DateTimeOffset At, string Text);
