using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using OrleansMixi.Hosting;

namespace OrleansMixi.Archive;

/// <summary>The page of archives in a real browser, without script.</summary>
public sealed class ArchivePageTests
{
    [Fact]
    public async Task An_archive_is_made_fetched_and_read_again_on_the_page_without_script()
    {
        using var database = new TempDatabase();
        await using var town = await TownProcess.Start(database.ConnectionString, "Development", [("Mixi__DemoInterval", "01:00:00"), .. ArchiveTowns.Options()]);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] });
        var context = await browser.NewContextAsync(new() { Locale = "en", JavaScriptEnabled = false, AcceptDownloads = true, ViewportSize = new() { Width = 1280, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(town.Address, "sign-in").AbsoluteUri);
        await page.Locator("form[action='/account/demo'] button", new() { HasTextString = "はなこ" }).ClickAsync();
        await Open(page, town);
        await page.GetByText("Make my archive").ClickAsync();
        await Until(page, town, "Download");
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByText("Download", new() { Exact = true }).ClickAsync());
        Assert.Equal("mixi-hanako.zip", file.SuggestedFilename);
        await page.Locator("input[type=file]").SetInputFilesAsync(await file.PathAsync());
        await page.GetByRole(AriaRole.Button, new() { NameString = "Import" }).ClickAsync();
        await Until(page, town, "The import is done.");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "x.zip", MimeType = "application/zip", Buffer = Archives.Made(("posts.jsonl", "no line")) });
        await page.GetByRole(AriaRole.Button, new() { NameString = "Import" }).ClickAsync();
        await Until(page, town, "Could not be read");
        await page.Locator("input[name=url]").FillAsync("http://127.0.0.1:1/feed");
        await page.GetByText("Read it as my diary").ClickAsync();
        await Assertions.Expect(page.GetByText("http://127.0.0.1:1/feed")).ToBeVisibleAsync();
        await Looks(browser, context, town);
    }

    [Fact]
    public async Task With_script_the_page_looks_again_by_itself_until_the_archive_is_there()
    {
        using var database = new TempDatabase();
        await using var town = await TownProcess.Start(database.ConnectionString, "Development", [("Mixi__DemoInterval", "01:00:00"), .. ArchiveTowns.Options()]);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] });
        var page = await browser.NewPageAsync(new() { Locale = "en", AcceptDownloads = true });
        await page.GotoAsync(new Uri(town.Address, "sign-in").AbsoluteUri);
        await page.Locator("form[action='/account/demo'] button", new() { HasTextString = "はなこ" }).ClickAsync();
        await Open(page, town);
        await page.GetByText("Make my archive").ClickAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByText("Download", new() { Exact = true }).ClickAsync(new() { Timeout = 30_000 }));
        await page.Locator("input[type=file]").SetInputFilesAsync(await file.PathAsync());
        await page.GetByRole(AriaRole.Button, new() { NameString = "Import" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The import is done.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    private static async Task Looks(IBrowser browser, IBrowserContext signedIn, TownProcess town)
    {
        foreach (var (scheme, width, language) in new[] { (ColorScheme.Light, 1280, "en"), (ColorScheme.Dark, 390, "ja") })
        {
            var context = await browser.NewContextAsync(new()
            {
                ColorScheme = scheme, Locale = language, ViewportSize = new() { Width = width, Height = 900 }, BypassCSP = true, ReducedMotion = ReducedMotion.Reduce, StorageState = await signedIn.StorageStateAsync(),
            });
            var page = await context.NewPageAsync();
            await Open(page, town);
            if (Environment.GetEnvironmentVariable("MIXI_SHOTS") is { } folder)
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"archive-{scheme}-{width}-{language}.png"), FullPage = true });
            }

            var options = new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } };
            Assert.Equal([], (await page.RunAxe(options)).Violations.SelectMany(found => found.Nodes.Select(node => $"{found.Id}: {node.Html}")));
            Assert.Equal(width, await page.EvaluateAsync<int>("Math.max(innerWidth, document.documentElement.scrollWidth)"));
        }
    }

    private static Task Open(IPage page, TownProcess town) => page.GotoAsync(new Uri(town.Address, "account/archive").AbsoluteUri);

    private static async Task Until(IPage page, TownProcess town, string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await page.GetByText(text, new() { Exact = true }).CountAsync() == 0)
        {
            await Task.Delay(50, patience.Token);
            await Open(page, town);
        }
    }
}
