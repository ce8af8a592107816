namespace OrleansMixi.Archive;

/// <summary>Names of files inside archives. None is ever used as a path; one that tries to be more than a name tells that the archive means harm.</summary>
internal static class ArchiveNames
{
    private const int MaxName = 500;

    public static void Check(string name)
    {
        if (name.Length is 0 or > MaxName || name[0] == '/' || name.Contains('\\') || name.Contains(':') || name.Any(char.IsControl)
            || name.Split('/').Any(part => part == ".."))
        {
            throw new ArchiveException("names", "The archive holds a file whose name leads out of it.");
        }
    }
}
