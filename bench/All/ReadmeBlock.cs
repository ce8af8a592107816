namespace OrleansMixi.All;

/// <summary>The part of the README that is made by the benches, between two marks.</summary>
internal sealed class ReadmeBlock(string file)
{
    public const string Begin = "<!-- ratios -->";
    public const string End = "<!-- /ratios -->";

    /// <summary>Puts a text between the marks; a README without marks stays as it is.</summary>
    public void Replace(string text)
    {
        var readme = File.ReadAllText(file);
        var (begin, end) = (readme.IndexOf(Begin, StringComparison.Ordinal), readme.IndexOf(End, StringComparison.Ordinal));
        if (begin >= 0 && end > begin)
        {
            File.WriteAllText(file, $"{readme[..(begin + Begin.Length)]}\n{text}\n{readme[end..]}");
        }
    }
}
