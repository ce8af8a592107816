using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace OrleansMixi.Media;

/// <summary>The few words of S3 that are needed, as its documents tell: signed requests, ranges, 404 in XML.</summary>
internal sealed class FakeS3 : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, byte[]> _files = new();
    private readonly WebApplication _app;

    private FakeS3(WebApplication app) => _app = app;

    /// <summary>What was asked, as <c>GET /bucket/key bytes=5-</c>.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<FakeS3> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var fake = new FakeS3(app);
        app.Run(fake.Answer);
        await app.StartAsync();
        return fake;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        var (request, response) = (http.Request, http.Response);
        Asked.Enqueue($"{request.Method} {request.Path} {request.Headers.Range}".TrimEnd());
        if (!request.Headers.Authorization.ToString().StartsWith("AWS4-HMAC-SHA256 Credential=key/", StringComparison.Ordinal))
        {
            response.StatusCode = 403;
            return;
        }

        switch (request.Method)
        {
            case "PUT":
                _files[request.Path] = await Content(request);
                response.Headers.ETag = "\"1\"";
                break;
            case "DELETE":
                _files.TryRemove(request.Path, out _);
                response.StatusCode = 204;
                break;
            default:
                await Send(request, response);
                break;
        }
    }

    private async Task Send(HttpRequest request, HttpResponse response)
    {
        if (!_files.TryGetValue(request.Path, out var file))
        {
            response.StatusCode = 404;
            response.ContentType = "application/xml";
            await response.WriteAsync("<?xml version=\"1.0\"?><Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>");
            return;
        }

        var from = request.GetTypedHeaders().Range?.Ranges.Single().From ?? 0;
        response.StatusCode = from > 0 ? 206 : 200;
        response.ContentLength = file.Length - from;
        await response.Body.WriteAsync(file.AsMemory((int)from));
    }

    /// <summary>The content, taken out of the signed chunks in which it may come.</summary>
    private static async Task<byte[]> Content(HttpRequest request)
    {
        using var all = new MemoryStream();
        await request.Body.CopyToAsync(all);
        var bytes = all.ToArray();
        if (!request.Headers["x-amz-content-sha256"].ToString().StartsWith("STREAMING-", StringComparison.Ordinal))
        {
            return bytes;
        }

        using var content = new MemoryStream();
        for (var at = 0; ;)
        {
            var line = bytes.AsSpan(at).IndexOf("\r\n"u8);
            var size = Convert.ToInt32(System.Text.Encoding.ASCII.GetString(bytes, at, line).Split(';')[0], 16);
            if (size == 0)
            {
                return content.ToArray();
            }

            content.Write(bytes, at + line + 2, size);
            at += line + 2 + size + 2;
        }
    }
}
