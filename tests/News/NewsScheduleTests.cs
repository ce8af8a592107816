using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using OrleansMixi.Live;

namespace OrleansMixi.News;

public sealed class NewsScheduleTests
{
    [Fact]
    public async Task A_feed_that_an_administrator_sets_fills_its_category_live_and_each_item_once()
    {
        var shelf = new Shelf();
        await using var outside = await Outside(shelf);
        var address = new Uri(outside.Urls.First());
        using var database = new TempDatabase();
        await using var town = await TownProcess.Start(
            database.ConnectionString, "Production", ("Mixi__News__Look", "00:00:00.2"), ("Mixi__News__AllowedInside__0", address.Authority));
        using var admin = town.Client(await town.Token("op", "read,post,admin"));
        await using var stream = await EventStream.Open(admin, "news:sports");

        await Set(admin, $$"""[{ "url": "{{address}}feed", "minutes": 5 }]""");
        Assert.Equal(["older", "newer"], await stream.Texts(2));

        // Set anew it is due at once; what was posted is not posted again, what came since is.
        await Set(admin, "[]");
        shelf.Add("newest");
        await Set(admin, $$"""[{ "url": "{{address}}feed", "minutes": 5 }]""");
        Assert.Equal(["newest"], await stream.Texts(1));
        Assert.Equal(["newest", "newer", "older"], await admin.Texts("api/feeds/news:sports"));
    }

    [Fact]
    public async Task Feeds_are_for_administrators_and_bad_ones_are_refused()
    {
        using var database = new TempDatabase();
        await using var town = await TownProcess.Start(database.ConnectionString);
        using var admin = town.Client(await town.Token("op", "admin"));
        using var member = town.Client(await town.Token("taro"));
        await member.Json(HttpMethod.Put, "api/admin/news/sports/feeds", "[]").Refused(403, "scope-missing");
        await admin.Json(HttpMethod.Put, "api/admin/news/gossip/feeds", "[]").Refused(404, "not-found");
        await admin.Json(HttpMethod.Put, "api/admin/news/sports/feeds", """[{ "url": "file:///etc/passwd", "minutes": 5 }]""").Refused(400, "invalid");
        await admin.Json(HttpMethod.Put, "api/admin/news/sports/feeds", """[{ "url": "https://news.example/", "minutes": 1 }]""").Refused(400, "invalid");
    }

    private static Task Set(HttpClient admin, string feeds) => admin.Json(HttpMethod.Put, "api/admin/news/sports/feeds", feeds).Ok(HttpStatusCode.OK);

    private static async Task<WebApplication> Outside(Shelf shelf)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.MapGet("/feed", () => Results.Text(shelf.Rss(), "application/rss+xml"));
        await server.StartAsync();
        return server;
    }

    private sealed class Shelf
    {
        private readonly List<string> _items = ["newer", "older"];

        public void Add(string item) => _items.Insert(0, item);

        public string Rss() =>
            $"<rss version=\"2.0\"><channel><title>t</title>{string.Concat(_items.Select(item => $"<item><guid>{item}</guid><title>{item} title</title><description>{item}</description></item>"))}</channel></rss>";
    }
}
