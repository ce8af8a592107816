namespace OrleansMixi.Notifications;

/// <summary>What was read; nothing given: everything.</summary>
/// <param name="Id">One notification.</param>
/// <param name="UpTo">Everything up to this moment, the <c>at</c> of a notification.</param>
public sealed record ReadRequest(string? Id = null, DateTimeOffset? UpTo = null);
