using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace OrleansMixi.Media;

/// <summary>Reads an upload from a request: a form with a part <c>file</c>, or the bare file. What does not fit into memory waits in a temporary file.</summary>
internal static class UploadBody
{
    private const int InMemory = 64 * 1024;

    /// <summary>Lets a request's body be as large as uploads may be; refuses at once what says that it is larger.</summary>
    public static void Widen(HttpContext http, long most)
    {
        if (http.Request.ContentLength > most)
        {
            throw new MixiException("too-large", $"The request has {http.Request.ContentLength} bytes; at most {most} are taken (Mixi:Media).", "file");
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = most;
        }
    }

    /// <summary>The file of a request and its description.</summary>
    public static async Task<(Stream File, string? Alt)> Read(HttpContext http)
    {
        var options = http.RequestServices.GetRequiredService<IOptions<MediaOptions>>().Value;
        var most = (long)Math.Max(options.MaxPictureBytes, options.MaxVideoBytes) + InMemory;
        Widen(http, most);
        if (!http.Request.HasFormContentType)
        {
            return (await Buffer(http, most), http.Request.Query["alt"]);
        }

        var form = await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = most }, http.RequestAborted);
        var file = form.Files.GetFile("file") ?? throw Errors.Invalid("file", "Send the picture as the part 'file' of a form, or as the bare body.");
        var stream = file.OpenReadStream();
        http.Response.RegisterForDispose(stream);
        return (stream, form["alt"]);
    }

    private static async Task<Stream> Buffer(HttpContext http, long most)
    {
        var file = new FileBufferingReadStream(http.Request.Body, InMemory, most, Path.GetTempPath());
        http.Response.RegisterForDisposeAsync(file);
        try
        {
            await file.DrainAsync(http.RequestAborted);
        }
        catch (IOException error) when (error is not BadHttpRequestException && file.Length >= most - InMemory)
        {
            throw MediaLimits.TooLarge(file.Length, most, video: true);
        }

        file.Position = 0;
        return file;
    }
}
