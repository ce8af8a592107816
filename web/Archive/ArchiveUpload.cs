using Microsoft.AspNetCore.Http.Features;

namespace OrleansMixi.Archive;

/// <summary>Lets a request be as large as an archive may be.</summary>
internal static class ArchiveUpload
{
    // What a form has beside its file.
    private const int Around = 64 * 1024;

    /// <summary>Widens the bounds of a request; false if it says that it is larger still.</summary>
    public static bool Widen(HttpContext http, long most)
    {
        if (http.Request.ContentLength > most + Around)
        {
            return false;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = most + Around;
        }

        if (http.Request.HasFormContentType)
        {
            http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = most + Around }));
        }

        return true;
    }
}
