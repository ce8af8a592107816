namespace OrleansMixi.Pages.Shell;

/// <summary>Carries a secret (a new token, an invitation) from a form to the next page, which shows it one time; never through an address.</summary>
public static class Once
{
    private const string Cookie = "mixi-once";
    private const string Path = "/account";
    private const int MaxLength = 400;

    /// <summary>Hands a secret to the page that the answer redirects to.</summary>
    public static void Give(HttpContext http, string secret) => http.Response.Cookies.Append(Cookie, secret, Options(http, TimeSpan.FromMinutes(1)));

    /// <summary>The secret, if one was just made; it is gone afterwards.</summary>
    internal static string? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 and <= MaxLength } secret)
        {
            return null;
        }

        http.Response.Cookies.Delete(Cookie, Options(http, null));
        return secret;
    }

    private static CookieOptions Options(HttpContext http, TimeSpan? age) =>
        new() { Path = Path, MaxAge = age, HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Strict, IsEssential = true };
}
