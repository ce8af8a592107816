namespace OrleansMixi.Pages.Data;

/// <summary>An access token in the list of its owner; never its secret.</summary>
/// <param name="Number">What <c>/account/tokens/revoke</c> takes.</param>
/// <param name="Name">What the owner called it.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Made">When it was made.</param>
public sealed record OwnToken(long Number, string Name, IReadOnlyList<string> Scopes, DateTimeOffset Made);
