namespace OrleansMixi.Archive;

/// <summary>The song that the member's page names.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="By">Who plays it.</param>
/// <param name="Url">Where it can be heard.</param>
internal sealed record SongLine(string Name, string By, string? Url = null);
