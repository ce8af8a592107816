namespace OrleansMixi.Archive;

/// <summary>What is said about one line of an import.</summary>
/// <param name="File">The file inside the archive.</param>
/// <param name="Line">The line, from 1; 0 where it is about the file as a whole.</param>
/// <param name="Message">Why it was not taken.</param>
public sealed record ArchiveNote(string File, int Line, string Message);
