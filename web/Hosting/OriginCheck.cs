using Microsoft.Extensions.Options;
using OrleansMixi.Accounts;

namespace OrleansMixi.Hosting;

/// <summary>
/// Refuses pages of other origins on the API and the hub: a browser sends the cookie along, and CORS does not cover
/// WebSockets. A bearer token proves by itself that the caller is meant.
/// </summary>
internal static class OriginCheck
{
    public static void UseOriginCheck(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var origin = http.Request.Headers.Origin.ToString();
        var guarded = http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/hubs");
        if (guarded && origin.Length > 0 && !BearerHandler.IsOn(http.Request) && !IsAllowed(http, origin))
        {
            await ProblemMapper.Write(http, Problems.Of(403, "forbidden", $"The origin '{origin[..Math.Min(200, origin.Length)]}' may not use this host with a cookie (Mixi:AllowedOrigins)."));
            return;
        }

        await next(http);
    });

    private static bool IsAllowed(HttpContext http, string origin) =>
        (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, http.Request.Host.Value, StringComparison.OrdinalIgnoreCase))
        || http.RequestServices.GetRequiredService<IOptions<TownOptions>>().Value.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);
}
