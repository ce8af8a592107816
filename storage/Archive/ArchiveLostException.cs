namespace OrleansMixi.Archive;

/// <summary>Another run does this job now; this one stops without a word.</summary>
public sealed class ArchiveLostException() : Exception("Another run does this job now.");
