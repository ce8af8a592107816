namespace OrleansMixi.Hammer;

/// <summary>A member the run made, as <c>POST /api/admin/members</c> answers.</summary>
internal sealed record Member(string Handle, long Number, string Token);
