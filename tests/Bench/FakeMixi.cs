using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace OrleansMixi.Hammer;

/// <summary>As much of the public interface as the hammer uses, in memory; its token of a member is the handle.</summary>
internal sealed class FakeMixi : IAsyncDisposable
{
    private readonly Lock _publishing = new();
    private readonly ConcurrentDictionary<string, FakeHome> _homes = new();
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> _followers = new();
    private readonly ConcurrentDictionary<string, long> _keys = new();
    private readonly FakeFault _fault;
    private readonly WebApplication _app;
    private string? _first;
    private long _lastId;
    private int _streams;
    private int _pages;
    private bool _misdirected;

    private FakeMixi(FakeFault fault, int limit, bool flaky)
    {
        _fault = fault;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.UseShutdownTimeout(TimeSpan.Zero);
        builder.Services.AddSignalR();
        builder.Services.AddSingleton(this);
        _app = builder.Build();
        _app.MapPost("/api/admin/members", (NewMember[] members) => members.Select(Make).ToArray());
        _app.MapPut("/api/follows/{topic}", (string topic, HttpRequest request) =>
        {
            _followers[topic["user:".Length..]][Caller(request)] = true;
            return Results.NoContent();
        });
        _app.MapPost("/api/posts", (HttpRequest request) =>
        {
            if (_keys.Count >= limit)
            {
                return Results.Problem("Too many writes", statusCode: 429);
            }

            // A flaky server commits and then fails to answer, so the retry must find the key.
            var key = request.Headers["Idempotency-Key"].ToString();
            var known = _keys.ContainsKey(key);
            var id = Publish(Caller(request), key);
            return flaky && !known
                ? Results.StatusCode(503)
                : Results.Json(new { id = $"{id}", author = new { handle = Caller(request) } }, statusCode: 201);
        });
        _app.MapGet("/api/timeline", (int limit, long? before, HttpRequest request) =>
        {
            Interlocked.Increment(ref _pages);
            var home = Home(request);
            var page = home.Page(before ?? long.MaxValue, limit);
            return new { items = page.Select(post => post.Item), next = page.Count == limit ? $"{page[^1].Id}" : null, cursor = $"{home.Head}" };
        });
        _app.MapGet("/api/stream", Stream);
        _app.MapHub<FakeHub>("/hubs/feed");
    }

    public string Url => _app.Urls.First();

    public int Streams => _streams;

    public int Pages => _pages;

    public int Posts => _keys.Count;

    public static async Task<FakeMixi> Start(FakeFault fault = FakeFault.None, int limit = int.MaxValue, bool flaky = false)
    {
        var fake = new FakeMixi(fault, limit, flaky);
        await fake._app.StartAsync();
        return fake;
    }

    public FakeHome Home(HttpRequest request) => _homes[Caller(request)];

    public void CountStream() => Interlocked.Increment(ref _streams);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static string Caller(HttpRequest request) => request.Headers.Authorization.ToString()["Bearer ".Length..];

    private Member Make(NewMember wanted)
    {
        Interlocked.CompareExchange(ref _first, wanted.Handle, null);
        _homes[wanted.Handle] = new();
        _followers[wanted.Handle] = new() { [wanted.Handle] = true };
        return new(wanted.Handle, _homes.Count, wanted.Handle);
    }

    private long Publish(string author, string key)
    {
        lock (_publishing)
        {
            return _keys.GetOrAdd(key, _ =>
            {
                var id = ++_lastId;
                foreach (var follower in _followers[author].Keys)
                {
                    _homes[follower].Take(new(id, author), follower == _first ? _fault : FakeFault.None);
                }

                if (_fault == FakeFault.Misdirect && !_misdirected && !_followers[author].ContainsKey(_first!))
                {
                    _misdirected = true;
                    _homes[_first!].Take(new(id, author), FakeFault.None);
                }

                return id;
            });
        }
    }

    private async Task Stream(HttpContext context)
    {
        CountStream();
        var home = Home(context.Request);
        var resumes = int.TryParse(context.Request.Headers["Last-Event-ID"], out var position);
        position = resumes ? position : home.Head;
        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync($"id: {position}\n\n", context.RequestAborted);
        while (true)
        {
            foreach (var entry in await home.After(position, context.RequestAborted))
            {
                position++;
                var (name, data) = entry.Author is null
                    ? ("gap", $"{{\"count\":1,\"cursor\":\"{position}\"}}")
                    : ("post", JsonSerializer.Serialize(new { items = new[] { entry.Item } }));
                await context.Response.WriteAsync($"event: {name}\nid: {position}\ndata: {data}\n\n", context.RequestAborted);
            }
        }
    }
}
