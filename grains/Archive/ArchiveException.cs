namespace OrleansMixi.Archive;

/// <summary>A whole archive can't be read; the code has a sentence on the page.</summary>
public sealed class ArchiveException(string code, string message) : Exception(message)
{
    /// <summary>The code: <c>not-an-archive</c>, <c>unreadable</c>, <c>bomb</c>, <c>names</c>, <c>entries</c>, <c>version</c>.</summary>
    public string Code => code;
}
