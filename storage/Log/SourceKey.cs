using System.Security.Cryptography;
using System.Text;

namespace OrleansMixi.Log;

/// <summary>
/// Idempotency keys of what comes from elsewhere: made of the id that it had there, never forgotten, and out of reach of
/// callers, whose keys hold no space. So one row, written with the post itself, says for ever where the post came from.
/// </summary>
public static class SourceKey
{
    /// <summary>What these keys begin with; the database has an index of them.</summary>
    public const string Prefix = "source ";

    /// <summary>Their time: later than any moment at which keys are forgotten.</summary>
    internal const string Always = "9223372036854775807";

    private const int MaxSource = 48;

    /// <summary>Whether a key is one of these.</summary>
    public static bool Is(string key) => key.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The key of a source, see <see cref="Hash"/> for those that are long.</summary>
    public static string Of(string source) => Prefix + source;

    /// <summary>The key of a source's change.</summary>
    public static string Of(string source, int change) => $"{Prefix}{source}/{change}";

    /// <summary>The source inside a key.</summary>
    public static string Source(string key) => key[Prefix.Length..];

    /// <summary>A source for something that others know by an address or another long name.</summary>
    public static string Hash(string name) => "#" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..40];

    /// <summary>Whether a text can be a source: short, visible ASCII, and no change of another one.</summary>
    public static bool IsSource(string text) => text.Length is > 0 and <= MaxSource && text.All(c => c is > ' ' and <= '~' and not '/' and not '|');
}
