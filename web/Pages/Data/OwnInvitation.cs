namespace OrleansMixi.Pages.Data;

/// <summary>An invitation in the list of its maker.</summary>
/// <param name="Made">When it was made.</param>
/// <param name="Expires">When it stops working.</param>
/// <param name="UsedBy">The handle of the newcomer; null while it is unused.</param>
public sealed record OwnInvitation(DateTimeOffset Made, DateTimeOffset Expires, string? UsedBy);
