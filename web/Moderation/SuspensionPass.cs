using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace OrleansMixi.Moderation;

/// <summary>
/// Who is suspended can't come in, but may read why and appeal: a signed note for half an hour, given for the right
/// password and good for that page alone.
/// </summary>
internal sealed class SuspensionPass(IDataProtectionProvider protection)
{
    private const string Cookie = "mixi-suspended";
    private const string Path = "/account";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private readonly ITimeLimitedDataProtector _notes = protection.CreateProtector("OrleansMixi.Suspension").ToTimeLimitedDataProtector();

    /// <summary>Gives the note to a browser.</summary>
    public void Give(HttpContext http, int member) => http.Response.Cookies.Append(
        Cookie, _notes.Protect(member.ToString(CultureInfo.InvariantCulture), Life), Options(http));

    /// <summary>The member of a browser's note; 0 if it has none.</summary>
    public int Read(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[Cookie] is { Length: > 0 } note ? int.Parse(_notes.Unprotect(note), CultureInfo.InvariantCulture) : 0;
        }
        catch (CryptographicException)
        {
            return 0;
        }
    }

    private static CookieOptions Options(HttpContext http) =>
        new() { Path = Path, MaxAge = Life, HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Strict, IsEssential = true };
}
