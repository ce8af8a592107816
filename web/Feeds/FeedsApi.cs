using System.Security.Cryptography;
using System.Text;
using OrleansMixi.Accounts;
using OrleansMixi.Hosting;
using OrleansMixi.Members;
using OrleansMixi.Posts;
using OrleansMixi.Timelines;

namespace OrleansMixi.Feeds;

/// <summary>Feeds to outside: Atom and JSON Feed of every topic's public posts, and of one's own home timeline by secret address.</summary>
internal static class FeedsApi
{
    private const int Length = 40;

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        app.MapGet("/feeds/home/{secret}.{format:regex(^(atom|json)$)}", Home).ExcludeFromDescription();
        app.MapGet("/feeds/{topic}.{format:regex(^(atom|json)$)}", Public).WithTags("Feeds")
            .WithSummary("A topic's posts for everyone, as Atom (.atom) or JSON Feed (.json); conditional requests are answered with 304");
        app.MapPost("/api/me/feed", Renew).WithTags("Feeds").Produces<FeedAddresses>().WithSummary("A new secret address of the own home timeline; the one before ends");
        app.MapDelete("/api/me/feed", End).WithTags("Feeds").Produces(204).WithSummary("End the secret address");
    }

    private static async Task<IResult> Public(string topic, string format, HttpContext http, KnownTopics topics, Viewers viewers, TimelineReader timelines)
    {
        await viewers.Of(new());
        var found = TopicName.TryParse(topic, out var name) ? await topics.Find(Viewer.Anonymous, name) : null;
        var page = await timelines.Feed(Viewer.Anonymous, [found ?? throw Errors.NotFound("topic")], null, Length);
        return Answer(http, format, name.ToString(), $"/{topic.Replace(':', '/')}", page, shared: true);
    }

    private static async Task<IResult> Home(string secret, string format, HttpContext http, FeedSecretStore secrets, ViewerStore viewers, TimelineReader timelines)
    {
        var member = await secrets.Find(secret);
        if (member == 0)
        {
            throw Errors.NotFound("feed");
        }

        return Answer(http, format, "home", "/", await timelines.Home(await viewers.Find(member), null, Length), shared: false);
    }

    private static async Task<IResult> Renew(HttpContext http, FeedSecretStore secrets)
    {
        var secret = await secrets.Renew(http.User.Require("post"));
        return Results.Ok(new FeedAddresses($"{Base(http)}/feeds/home/{secret}.atom", $"{Base(http)}/feeds/home/{secret}.json"));
    }

    private static async Task<IResult> End(HttpContext http, FeedSecretStore secrets)
    {
        await secrets.Remove(http.User.Require("post"));
        return Results.NoContent();
    }

    private static IResult Answer(HttpContext http, string format, string title, string page, TimelineView view, bool shared)
    {
        var tag = $"\"{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(view.Items.Select(item => item.Post.Id + item.Post.Edited?.Ticks)))))[..24]}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = shared ? "public, max-age=60" : "private, no-cache";
        if (http.Request.Headers.IfNoneMatch.ToString().Contains(tag, StringComparison.Ordinal))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var document = new FeedOut(Base(http), title, page, http.Request.Path, view.Items.Select(item => item.Post));
        return format == "atom"
            ? Results.Text(document.Atom(), "application/atom+xml; charset=utf-8")
            : Results.Json(document.Json(), MixiJson.Options, "application/feed+json; charset=utf-8");
    }

    private static string Base(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}";
}
