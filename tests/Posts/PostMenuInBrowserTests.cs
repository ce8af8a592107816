using Microsoft.Playwright;
using OrleansMixi.Hosting;

namespace OrleansMixi.Posts;

/// <summary>The menu of a post's card: why it is here, and hide with a way back; with script and without.</summary>
public sealed class PostMenuInBrowserTests : IAsyncLifetime
{
    private readonly TempDatabase _database = new();
    private TownProcess _town = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _town = await TownProcess.Start(_database.ConnectionString, "Development", ("Mixi__DemoInterval", "01:00:00"));
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _town.DisposeAsync();
        _database.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_post_is_explained_hidden_and_shown_again(bool script)
    {
        var emma = await Enter("Emma", script);
        var card = emma.Locator(".post", new() { HasTextString = "bring your dancing shoes" });
        var post = await card.GetAttributeAsync("data-id");
        await card.Locator(".deed-more").ClickAsync();
        if (!script)
        {
            await emma.Locator("details:has([action='/actions/mutes/hide']) summary").ClickAsync();
        }

        await emma.Locator(script ? ".deed-menu button" : "form[action='/actions/mutes/hide'] button").ClickAsync();
        await emma.Locator(script ? ".deed-hidden button" : "form[action='/actions/mutes/show'] button").ClickAsync();
        await Assertions.Expect(emma.Locator($".post[data-id='{post}']")).ToHaveCountAsync(1);
        await emma.ReloadAsync();
        await emma.Locator($".post[data-id='{post}'] .deed-more").ClickAsync();
        if (script)
        {
            await emma.Locator(".deed-menu a").ClickAsync();
        }

        await Assertions.Expect(emma.Locator("h1")).ToHaveTextAsync("Why you see this");
        await Assertions.Expect(emma.Locator(".why-page .row")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_post_for_a_day_says_so_on_its_card()
    {
        var emma = await Enter("Emma", script: true);
        await emma.Locator("textarea[name=text]").FillAsync("Only today");
        await emma.Locator("input[name=fleeting]").CheckAsync();
        await emma.Locator(".composer button[type=submit]").ClickAsync();
        await Assertions.Expect(emma.Locator(".post", new() { HasTextString = "Only today" }).Locator(".badge", new() { HasTextString = "Until" })).ToBeVisibleAsync();
        await Assertions.Expect(emma.Locator("input[name=fleeting]")).Not.ToBeCheckedAsync();
    }

    private async Task<IPage> Enter(string name, bool script)
    {
        var context = await _browser.NewContextAsync(new() { Locale = "en", JavaScriptEnabled = script });
        var page = await context.NewPageAsync();
        await page.GotoAsync(_town.Address.ToString());
        await page.Locator(".door", new() { HasTextString = name }).ClickAsync();
        await Assertions.Expect(page.Locator(".composer")).ToBeVisibleAsync();
        return page;
    }
}
