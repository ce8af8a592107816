namespace OrleansMixi.Pages.Shell;

/// <summary>Gives every answer the headers that keep a page to its own scripts, styles and connections.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Docs = "/api-docs";

    public Task Invoke(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy(http.Request);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        return next(http);
    }

    // The page to try the API is a library's; it brings styles and a script of its own in the page, and nothing from elsewhere.
    private const string DocsPolicy =
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    /// <summary>Older browsers do not count WebSockets of the same host as 'self', so they are named.</summary>
    private static string Policy(HttpRequest request)
    {
        if (request.Path.StartsWithSegments(Docs))
        {
            return DocsPolicy;
        }

        var host = request.Host.ToUriComponent();
        var socket = host.Length > 0 && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':' or '[' or ']')
            ? $" {(request.IsHttps ? "wss" : "ws")}://{host}"
            : "";
        return $"default-src 'self'; connect-src 'self'{socket}; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'";
    }
}
