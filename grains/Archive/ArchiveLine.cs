namespace OrleansMixi.Archive;

/// <summary>A line of an archive.</summary>
/// <param name="Key">Its place in the file, and what makes it the same line in another archive.</param>
/// <param name="Json">The line itself.</param>
public readonly record struct ArchiveLine(string Key, string Json);
