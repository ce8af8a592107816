using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace OrleansMixi.News;

public sealed class FeedFetcherTests : IAsyncLifetime
{
    private WebApplication _server = null!;

    private string Host => new Uri(_server.Urls.First()).Authority.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.MapGet("/feed", (HttpContext http) =>
        {
            http.Response.Headers.ETag = "\"v1\"";
            return http.Request.Headers.IfNoneMatch == "\"v1\"" ? Results.StatusCode(304) : Results.Text("<rss/>", "application/rss+xml");
        });
        _server.MapGet("/moved", () => Results.Redirect("/feed", permanent: true));
        _server.MapGet("/inside", () => Results.Redirect("http://169.254.169.254/latest"));
        _server.MapGet("/circle", () => Results.Redirect("/circle"));
        _server.MapGet("/large", () => Results.Bytes(new byte[100_000]));
        _server.MapGet("/bomb", async (HttpContext http) =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            await using var zip = new GZipStream(http.Response.Body, CompressionLevel.SmallestSize);
            await zip.WriteAsync(new byte[10_000_000]);
        });
        _server.MapGet("/drip", async (HttpContext http) =>
        {
            // One byte at first, the rest never.
            await http.Response.Body.WriteAsync(new byte[1]);
            await http.Response.Body.FlushAsync();
            await new TaskCompletionSource().Task.WaitAsync(http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        await _server.StartAsync();
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_feed_is_fetched_and_not_again_while_nothing_is_new()
    {
        using var fetcher = Fetcher(Host);
        var first = await fetcher.Fetch(Uri("/moved"), null, null);
        Assert.Equal("<rss/>"u8.ToArray(), first.Bytes);
        Assert.EndsWith("/feed", first.Uri.AbsoluteUri, StringComparison.Ordinal);
        var second = await fetcher.Fetch(first.Uri, first.Etag, first.Modified);
        Assert.Equal((null, null), (second.Bytes, second.Problem));
    }

    [Theory]
    [InlineData("/inside", "public internet")]
    [InlineData("/circle", "redirects")]
    [InlineData("/large", "bytes")]
    [InlineData("/bomb", "bytes")]
    [InlineData("/drip", "within")]
    [InlineData("/nothing", "404")]
    public async Task What_would_do_harm_is_given_up_with_a_reason(string path, string reason)
    {
        using var fetcher = Fetcher(Host);
        var result = await fetcher.Fetch(Uri(path), null, null);
        Assert.Null(result.Bytes);
        Assert.Contains(reason, result.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_leads_inside_is_refused_and_so_are_other_ports_and_schemes()
    {
        using var fetcher = Fetcher("nowhere:1");
        Assert.Contains("Port", (await fetcher.Fetch(Uri("/feed"), null, null)).Problem, StringComparison.Ordinal);
        Assert.Contains("public internet", (await fetcher.Fetch(new("http://localhost/"), null, null)).Problem, StringComparison.Ordinal);
        Assert.Contains("public internet", (await fetcher.Fetch(new("http://[::]/"), null, null)).Problem, StringComparison.Ordinal);
        Assert.Contains("public internet", (await fetcher.Fetch(new("http://0x7f.1/"), null, null)).Problem, StringComparison.Ordinal);
        Assert.Contains("not fetched", (await fetcher.Fetch(new("file:///etc/passwd"), null, null)).Problem, StringComparison.Ordinal);
    }

    private Uri Uri(string path) => new($"http://{Host}{path}");

    private static FeedFetcher Fetcher(string allowed) =>
        new(Options.Create(new FeedLimits { AllowedInside = [allowed], MaxBytes = 50_000, Deadline = TimeSpan.FromSeconds(2) }), TimeProvider.System);
}
