namespace OrleansMixi.Pages.Actions;

/// <summary>Keeps redirects inside this site.</summary>
internal static class LocalUrl
{
    private const int MaxLength = 2_000;

    /// <summary>The address if it is a plain path of this site, else the fallback.</summary>
    public static string Or(string? url, string fallback) => IsLocal(url) ? url! : fallback;

    /// <summary>Adds a parameter to a local address; one of the same name is replaced.</summary>
    public static string With(string url, string name, string value)
    {
        var fragment = url.IndexOf('#', StringComparison.Ordinal);
        var bare = fragment < 0 ? url : url[..fragment];
        var question = bare.IndexOf('?', StringComparison.Ordinal);
        var kept = question < 0
            ? []
            : bare[(question + 1)..].Split('&').Where(part => part.Length > 0 && !part.StartsWith(name + "=", StringComparison.Ordinal));
        var path = question < 0 ? bare : bare[..question];
        return $"{path}?{string.Join('&', kept.Append($"{name}={Uri.EscapeDataString(value)}"))}";
    }

    private static bool IsLocal(string? url) =>
        url is { Length: > 0 and <= MaxLength }
        && url[0] == '/'
        && (url.Length == 1 || url[1] is not ('/' or '\\'))
        && url.All(c => c is > ' ' and < '\u007f' and not '\\');
}
