namespace OrleansMixi.Pages.Shell;

/// <summary>Gives every answer the headers that keep a page to its own scripts, styles and connections.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Docs = "/api-docs";

    // A host is nearly always called by one name; the last one is kept.
    private Spelled? _last;

    public Task Invoke(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = http.Request.Path.StartsWithSegments(Docs) ? DocsPolicy : Policy(http.Request);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        return next(http);
    }

    // The page to try the API is a library's; it brings styles and a script of its own in the page, and nothing from elsewhere.
    private const string DocsPolicy =
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    private string Policy(HttpRequest request)
    {
        var (host, last) = (request.Host.Value ?? "", _last);
        if (last is null || last.Host != host || last.Secure != request.IsHttps)
        {
            _last = last = new(host, request.IsHttps, Policy(request.Host.ToUriComponent(), request.IsHttps));
        }

        return last.Policy;
    }

    /// <summary>Older browsers do not count WebSockets of the same host as 'self', so they are named.</summary>
    private static string Policy(string host, bool secure)
    {
        var socket = host.Length > 0 && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':' or '[' or ']')
            ? $" {(secure ? "wss" : "ws")}://{host}"
            : "";
        return $"default-src 'self'; connect-src 'self'{socket}; base-uri 'none'; img-src 'self' blob:; object-src 'none'; frame-ancestors 'none'; form-action 'self'";
    }

    private sealed record Spelled(string Host, bool Secure, string Policy);
}
