using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace OrleansMixi.Archive;

/// <summary>Feeds outside of the town, by path.</summary>
internal sealed class OutsideBlog : IAsyncDisposable
{
    private readonly WebApplication _server;

    private OutsideBlog(WebApplication server) => _server = server;

    /// <summary>The documents by path; tests change them.</summary>
    public System.Collections.Concurrent.ConcurrentDictionary<string, string> Feeds { get; } = new();

    /// <summary>How often a path was read.</summary>
    public System.Collections.Concurrent.ConcurrentDictionary<string, int> Readings { get; } = new();

    public string Authority => new Uri(_server.Urls.First()).Authority.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public string Url(string path) => $"http://{Authority}{path}";

    public static async Task<OutsideBlog> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var blog = new OutsideBlog(builder.Build());
        blog._server.MapGet("/{**path}", (string path) =>
        {
            blog.Readings.AddOrUpdate("/" + path, 1, (_, count) => count + 1);
            return blog.Feeds.TryGetValue("/" + path, out var feed) ? Results.Text(feed, "application/rss+xml") : Results.NotFound();
        });
        await blog._server.StartAsync();
        return blog;
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();
}
