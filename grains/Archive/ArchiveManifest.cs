namespace OrleansMixi.Archive;

/// <summary>The first file of an archive.</summary>
/// <param name="Format">Always <see cref="Name"/>.</param>
/// <param name="Version">The version of the format; a reader takes its own and older ones.</param>
/// <param name="Handle">Whose archive it is.</param>
/// <param name="Files">The files of lines, in their order.</param>
internal sealed record ArchiveManifest(string Format, int Version, string Handle, IReadOnlyList<string> Files)
{
    /// <summary>The file's name.</summary>
    public const string File = "archive.json";

    /// <summary>The format's name.</summary>
    public const string Name = "orleansmixi-archive";

    /// <summary>The version written here, and the newest one read.</summary>
    public const int Newest = 2;
}
