namespace OrleansMixi.Archive;

/// <summary>The member.</summary>
/// <param name="Type"><c>Person</c>, or <c>Service</c> for a bot.</param>
/// <param name="PreferredUsername">The handle.</param>
/// <param name="Name">The nickname.</param>
/// <param name="Summary">The introduction.</param>
/// <param name="Language">The language of the interface.</param>
internal sealed record ProfileLine(string Type, string PreferredUsername, string Name, string Summary, string? Language = null);
