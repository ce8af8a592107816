namespace OrleansMixi.Archive;

/// <summary>A blog to read as diary.</summary>
/// <param name="Url">The address of its RSS or Atom feed.</param>
/// <param name="Audience">Who sees its entries; everyone if absent.</param>
public sealed record BlogRequest(string Url, string? Audience = null);
