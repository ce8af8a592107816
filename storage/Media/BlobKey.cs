using System.Globalization;

namespace OrleansMixi.Media;

/// <summary>Names of files in the <see cref="IBlobStore"/>: spread over folders, made of digits and letters only.</summary>
public static class BlobKey
{
    /// <summary>The name of a picture's file or thumbnail.</summary>
    public static string Of(long id, bool small) =>
        string.Create(CultureInfo.InvariantCulture, $"{id & 255:x2}/{id:x16}{(small ? "-small" : "")}");

    /// <summary>Whether a name is one that <see cref="Of"/> makes.</summary>
    public static bool IsWellFormed(string key) =>
        key.Length is > 3 and < 64 && key[2] == '/' && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-') && key.Count(c => c == '/') == 1;
}
