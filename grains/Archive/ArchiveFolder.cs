using System.IO.Compression;

namespace OrleansMixi.Archive;

/// <summary>The pictures and videos beside the lines of an archive that is read, and what there was to say about single ones.</summary>
public sealed class ArchiveFolder
{
    /// <summary>What their names begin with.</summary>
    public const string Prefix = "media/";

    private readonly ZipArchive _zip;
    private readonly UnpackBudget _budget;
    private List<(string File, string Message)> _told = [];

    internal ArchiveFolder(ZipArchive zip, UnpackBudget budget, CancellationToken stop) => (_zip, _budget, Stop) = (zip, budget, stop);

    /// <summary>Ends the run.</summary>
    internal CancellationToken Stop { get; }

    /// <summary>Bytes that a file says it has; null if there is none.</summary>
    internal long? Length(string name) => _zip.GetEntry(name)?.Length;

    /// <summary>A file; it is read once, from its beginning.</summary>
    internal Stream Open(string name)
    {
        var entry = _zip.GetEntry(name) ?? throw Errors.NotFound("file");
        return new BudgetStream(entry.Open(), entry.CompressedLength, _budget);
    }

    /// <summary>Says why a file was not taken.</summary>
    internal void Tell(string name, string message) => _told.Add((name, message));

    /// <summary>What was said since the last time.</summary>
    internal IReadOnlyList<(string File, string Message)> Told()
    {
        var told = _told;
        _told = [];
        return told;
    }
}
