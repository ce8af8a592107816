using OrleansMixi.Log;

namespace OrleansMixi.Archive;

/// <summary>Ids of posts in lines.</summary>
internal static class ArchiveSource
{
    private const int Digits = 20;

    /// <summary>A source where lines are sorted by it: numbers by their size.</summary>
    public static string Key(string source) => source.All(char.IsAsciiDigit) ? source.PadLeft(Digits, '0') : source;

    /// <summary>Refuses what can't be the id of a post.</summary>
    public static void Check(string field, string source)
    {
        if (!SourceKey.IsSource(source))
        {
            throw Errors.Invalid(field, $"'{field}' is not the id of a post.");
        }
    }
}
