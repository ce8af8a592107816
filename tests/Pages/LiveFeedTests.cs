using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OrleansMixi.Browser;
using OrleansMixi.Diaries;
using OrleansMixi.Posts;
using OrleansMixi.Timelines;

namespace OrleansMixi.Pages;

/// <summary>The scripts in a real browser against a hub that says what the test wants.</summary>
public sealed class LiveFeedTests(Chrome chrome)
{
    [Fact]
    public async Task New_posts_come_in_at_the_top_and_wait_behind_a_pill_further_down()
    {
        await using var stage = await Stage.Open(chrome);
        var page = await stage.Page();
        await stage.Hub.Watching(1);

        await stage.Say("Posts", new { items = new[] { New(1, "最初の<b>投稿</b> @ken_t"), New(1, "again") }, cursor = "c2" });
        var first = page.Locator(".post").First;
        await Assertions.Expect(first.Locator(".text")).ToHaveTextAsync("最初の<b>投稿</b> @ken_t");
        await Assertions.Expect(first.Locator(".text a")).ToHaveAttributeAsync("href", "/user/ken_t");
        await Assertions.Expect(page.Locator("[data-id='9100000000000000001']")).ToHaveCountAsync(1);

        await page.EvaluateAsync("scrollTo(0, 500)");
        var before = await page.Locator(".post").Nth(4).BoundingBoxAsync();
        await stage.Say("Posts", new { items = new[] { New(2, "two"), New(3, "three") }, cursor = "c3" });
        await Assertions.Expect(page.Locator(".pill")).ToHaveTextAsync("2 new posts");
        Assert.Equal(before!.Y, (await page.Locator(".post").Nth(4).BoundingBoxAsync())!.Y, 1.0);

        await page.Locator(".pill").ClickAsync();
        await Assertions.Expect(page.Locator(".post").First.Locator(".text")).ToHaveTextAsync("three");
        await Assertions.Expect(page.Locator(".pill")).ToBeHiddenAsync();
        await page.WaitForFunctionAsync("scrollY === 0");
    }

    [Fact]
    public async Task Edits_deletes_gaps_and_resets_are_shown()
    {
        await using var stage = await Stage.Open(chrome);
        var page = await stage.Page();
        await stage.Hub.Watching(1);
        var old = stage.Host.Data.Items[2].Post;

        await stage.Say("Changed", new { updates = new[] { old with { Text = "changed", Edited = old.Published } }, deletes = new[] { stage.Host.Data.Items[0].Post.Id }, cursor = "c2" });
        var card = page.Locator($"[data-id='{old.Id}']");
        await Assertions.Expect(card.Locator(".text")).ToHaveTextAsync("changed");
        await Assertions.Expect(card.Locator(".edited")).ToBeVisibleAsync();
        await Assertions.Expect(card.Locator(".why")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator($"[data-id='{stage.Host.Data.Items[0].Post.Id}']")).ToHaveCountAsync(0);

        await stage.Say("Gap", new { count = 9000, cursor = "c3" });
        await Assertions.Expect(page.Locator(".pill")).ToHaveTextAsync("Many new posts – reload");
    }

    [Fact]
    public async Task A_cut_connection_resumes_from_the_last_cursor_and_tabs_share_one()
    {
        await using var stage = await Stage.Open(chrome);
        var page = await stage.Page();
        await stage.Hub.Watching(1);
        var second = await stage.Page();
        await stage.Say("Posts", new { items = new[] { New(7, "for both") }, cursor = "c7" });
        await Assertions.Expect(page.Locator("[data-id='9100000000000000007']")).ToHaveCountAsync(1);
        await Assertions.Expect(second.Locator("[data-id='9100000000000000007']")).ToHaveCountAsync(1);
        Assert.Equal(["home|cursor-1"], stage.Hub.Watches);

        stage.Hub.Cut();
        await stage.Hub.Watching(2);
        Assert.Equal("home|c7", stage.Hub.Watches[^1]);

        await page.CloseAsync();
        await stage.Hub.Watching(3);
        await stage.Say("Posts", new { items = new[] { New(8, "the other tab reads on") }, cursor = "c8" });
        await Assertions.Expect(second.Locator("[data-id='9100000000000000008']")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Without_the_hub_the_feed_reads_server_sent_events()
    {
        await using var stage = await Stage.Open(chrome, app => app.MapGet("/api/stream", async (HttpContext http, string topics, string cursor) =>
        {
            http.Response.ContentType = "text/event-stream";
            var data = JsonSerializer.Serialize(new { items = new[] { New(5, $"{topics} from {cursor}") } }, JsonSerializerOptions.Web);
            await http.Response.WriteAsync($"event: post\nid: c5\ndata: {data}\n\n", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        }));
        var page = await stage.Page();
        await Assertions.Expect(page.Locator("[data-id='9100000000000000005'] .text")).ToHaveTextAsync("home from cursor-1", new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task A_voice_is_posted_without_leaving_the_page()
    {
        await using var stage = await Stage.Open(chrome);
        var page = await stage.Page();
        await page.FillAsync("#text", "👨‍👩‍👧 hello");
        await Assertions.Expect(page.Locator("[data-left]")).ToHaveTextAsync("143 left");
        await page.ClickAsync(".composer button");
        await Assertions.Expect(page.Locator("[data-state]")).ToHaveTextAsync("Posted.");
        await Assertions.Expect(page.Locator("#text")).ToHaveValueAsync("");
        Assert.Equal(["publish 1  Everyone 👨‍👩‍👧 hello"], stage.Host.Actions.Calls);
    }

    [Fact]
    public async Task Scripts_find_the_same_links_as_the_server()
    {
        await using var stage = await Stage.Open(chrome);
        var page = await stage.Page();
        foreach (var row in TextPartsTests.Examples)
        {
            var found = await page.EvaluateAsync<string[]>(
                """
                async text => {
                  const { split } = await import(document.querySelector('script[type=module]').src.replace('main.js', 'text.js'));
                  return split(text).filter(part => part.href).map(part => part.outside ? part.text : `${part.text}→${part.href}`);
                }
                """,
                row.Data.Item1);
            Assert.Equal(row.Data.Item2, found);
        }
    }

    [Fact]
    public async Task Scripts_take_the_same_marks_out_of_a_diary_as_the_server()
    {
        await using var stage = await Stage.Open(chrome);
        var page = await stage.Page();
        foreach (var markdown in new[]
        {
            "港で**鯵**が安かった。", "*quietly* and __loudly__, `code` and ~~gone~~", "a [link](https://example.org/x) in it", "# Sunday", "2 * 3 * 4 and snake_case_name", "no marks at all",
        })
        {
            var plain = await page.EvaluateAsync<string>(
                "async text => (await import(document.querySelector('script[type=module]').src.replace('main.js', 'text.js'))).plain(text)", markdown);
            Assert.Equal(DiaryText.Plain(markdown), plain);
        }
    }

    [Fact]
    public async Task Keys_walk_through_the_posts()
    {
        await using var stage = await Stage.Open(chrome);
        var page = await stage.Page();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        Assert.Equal(stage.Host.Data.Items[1].Post.Id, await page.EvaluateAsync<string>("document.activeElement.dataset.id"));
        await page.Keyboard.PressAsync("k");
        Assert.Equal(stage.Host.Data.Items[0].Post.Id, await page.EvaluateAsync<string>("document.activeElement.dataset.id"));
    }

    private static TimelineItem New(int number, string text)
    {
        var item = DemoPageData.Item(new AuthorView("mia", "Mia", false), "user:mia", text, 0, "user:mia");
        return item with { Post = item.Post with { Id = $"91{number:D17}" } };
    }

    /// <summary>A host with a hub, a browser, and what was logged as an error in it.</summary>
    private sealed class Stage : IAsyncDisposable
    {
        private readonly List<string> _complaints = [];
        private IBrowserContext _context = null!;

        public PagesHost Host { get; private set; } = null!;

        public ScriptedHub.Record Hub { get; } = new();

        public static async Task<Stage> Open(Chrome chrome, Action<WebApplication>? instead = null)
        {
            var stage = new Stage();
            stage.Host = await PagesHost.Start("hanako", instead ?? (app => app.MapHub<ScriptedHub>("/hubs/feed")), services => services.AddSingleton(stage.Hub).AddSignalR());
            stage._context = await chrome.Window(new() { Locale = "en", ViewportSize = new() { Width = 390, Height = 700 } });
            return stage;
        }

        public async Task<IPage> Page()
        {
            var page = await _context.NewPageAsync();
            page.PageError += (_, error) => _complaints.Add(error);
            page.Console += (_, message) => { if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) { _complaints.Add(message.Text); } };
            await page.GotoAsync(Host.Address.ToString());
            return page;
        }

        public Task Say(string kind, object data) => Hub.Say(kind, JsonSerializer.SerializeToElement(data, JsonSerializerOptions.Web));

        public async ValueTask DisposeAsync()
        {
            await _context.CloseAsync();
            await Host.DisposeAsync();
            Assert.Empty(_complaints);
        }
    }
}
