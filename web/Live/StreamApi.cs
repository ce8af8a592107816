using Microsoft.AspNetCore.Http.Features;
using OrleansMixi.Accounts;
using OrleansMixi.Members;

namespace OrleansMixi.Live;

/// <summary>The live stream over plain HTTP: Server-Sent Events, and polling with the same cursor.</summary>
internal static class StreamApi
{
    private const int MaxWaitSeconds = 25;

    public static void MapStream(this IEndpointRouteBuilder app)
    {
        var stream = app.MapGroup("/api/stream").WithTags("Live");
        stream.MapGet("/", Stream).Produces(200, contentType: "text/event-stream")
            .WithSummary("Server-Sent Events: post, update, delete, gap, reset")
            .WithDescription("'topics' is a list such as home,news:sports. 'id:' is the cursor; 'Last-Event-ID' (or 'cursor') resumes: what was missed comes first, or an explicit reset.");
        stream.MapGet("/poll", Poll).Produces<PollView>()
            .WithSummary("The same by polling: what happened since 'cursor', waiting up to 'wait' seconds for something to happen");
    }

    private static async Task Stream(HttpContext http, string? topics, string? cursor, LiveGateway gateway, WatchedTopics watched, Viewers viewers)
    {
        await viewers.Of(http.User);
        var since = ReadCursor(http, cursor);
        var (home, found) = await watched.Read(Split(topics), http.User.Member());
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";

        var reader = gateway.Open(http.User.Identity(), new EventStreamTransport(http.Response, _ => http.Abort()));
        try
        {
            await gateway.Watch(reader, home, found, since, http.RequestAborted);
            await reader.Greet();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            gateway.Close(reader);
        }
    }

    private static async Task<IResult> Poll(
        HttpContext http, string? topics, string? cursor, int? wait, LiveGateway gateway, WatchedTopics watched, Viewers viewers)
    {
        await viewers.Of(http.User);
        if (wait is < 0 or > MaxWaitSeconds)
        {
            throw Errors.Invalid("wait", $"'wait' is 0 to {MaxWaitSeconds} seconds.");
        }

        var since = ReadCursor(http, cursor);
        var (home, found) = await watched.Read(Split(topics), http.User.Member());
        var collected = new PollTransport();
        var reader = gateway.Open(http.User.Identity(), collected);
        try
        {
            await gateway.Watch(reader, home, found, since, http.RequestAborted);
            await collected.Something(TimeSpan.FromSeconds(since is null ? 0 : wait ?? 0), http.RequestAborted);
            await reader.Greet();
            return Results.Text(collected.Answer(), "application/json; charset=utf-8");
        }
        finally
        {
            gateway.Close(reader);
        }
    }

    private static Cursor? ReadCursor(HttpContext http, string? cursor)
    {
        var header = http.Request.Headers["Last-Event-ID"].ToString();
        var (field, text) = header.Length > 0 ? ("Last-Event-ID", header) : ("cursor", cursor);
        return string.IsNullOrEmpty(text) ? null : Cursor.TryDecode(text, out var since) ? since : throw Errors.InvalidCursor(field);
    }

    private static string[] Split(string? topics) =>
        (topics ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
