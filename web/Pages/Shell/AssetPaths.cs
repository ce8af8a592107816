namespace OrleansMixi.Pages.Shell;

/// <summary>Turns <c>/assets/{version}/js/main.js</c> into the file's own path; only the present version may be kept for long.</summary>
internal sealed class AssetPaths(RequestDelegate next, Assets assets)
{
    public Task Invoke(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        if (!path.StartsWith(Assets.Root, StringComparison.Ordinal))
        {
            return next(http);
        }

        var slash = path.IndexOf('/', Assets.Root.Length);
        if (slash > 0)
        {
            http.Request.Path = path[slash..];
            http.Items[nameof(AssetPaths)] = path.AsSpan(Assets.Root.Length, slash - Assets.Root.Length).SequenceEqual(assets.Version);
        }

        return next(http);
    }

    /// <summary>How long a browser may keep the file that this request asks for.</summary>
    public static string CacheControl(HttpContext http) =>
        http.Items[nameof(AssetPaths)] is true ? "public, max-age=31536000, immutable" : "no-cache";
}
