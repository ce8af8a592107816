using OrleansMixi.Moderation;

namespace OrleansMixi.Administration;

/// <summary>A report that waits.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Kind">What was reported.</param>
/// <param name="Target">The post's id, or the name of the member or community.</param>
/// <param name="Member">The handle of the post's author or of the member reported.</param>
/// <param name="Content">The post's text as it stands.</param>
/// <param name="Reason">Why.</param>
/// <param name="Text">What the reporter wrote.</param>
/// <param name="Reporter">Who reported.</param>
/// <param name="At">When.</param>
public sealed record ReportView(
    int Number, ReportKind Kind, string Target, string? Member, string? Content, ReportReason Reason, string Text, string Reporter, DateTimeOffset At);
