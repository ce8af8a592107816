namespace OrleansMixi.Archive;

/// <summary>Where an own post stands among all: its date, then its id.</summary>
public readonly record struct OwnPostKey(long Id, long Published);
