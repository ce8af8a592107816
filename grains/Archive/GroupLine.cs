namespace OrleansMixi.Archive;

/// <summary>A friend group.</summary>
/// <param name="Type"><c>Collection</c>.</param>
/// <param name="Number">The number by which posts name it.</param>
/// <param name="Name">Its name.</param>
internal sealed record GroupLine(string Type, int Number, string Name);
