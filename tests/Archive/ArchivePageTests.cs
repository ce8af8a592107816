using Microsoft.Playwright;
using OrleansMixi.Browser;
using OrleansMixi.Hosting;

namespace OrleansMixi.Archive;

/// <summary>The page of archives in a real browser, without script.</summary>
[Collection(nameof(BrowsedTownCollection))]
public sealed class ArchivePageTests(BrowsedTown town)
{
    [Fact]
    public async Task An_archive_is_made_fetched_and_read_again_on_the_page_without_script()
    {
        var page = await town.Enter("はなこ", "en", script: false, new() { AcceptDownloads = true });
        await Open(page);
        await page.GetByText("Make my archive").ClickAsync();
        await Until(page, "Download");
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByText("Download", new() { Exact = true }).ClickAsync());
        Assert.Equal("mixi-hanako.zip", file.SuggestedFilename);
        await page.Locator("input[type=file]").SetInputFilesAsync(await file.PathAsync());
        await page.GetByRole(AriaRole.Button, new() { NameString = "Import" }).ClickAsync();
        await Until(page, "The import is done.");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "x.zip", MimeType = "application/zip", Buffer = Archives.Made(("posts.jsonl", "no line")) });
        await page.GetByRole(AriaRole.Button, new() { NameString = "Import" }).ClickAsync();
        await Until(page, "Could not be read");
        await page.Locator("input[name=url]").FillAsync("http://127.0.0.1:1/feed");
        await page.GetByText("Read it as my diary").ClickAsync();
        await Assertions.Expect(page.GetByText("http://127.0.0.1:1/feed")).ToBeVisibleAsync();
        await Looks(page.Context);
    }

    [Fact]
    public async Task With_script_the_page_looks_again_by_itself_until_the_archive_is_there()
    {
        var page = await town.Enter("たろう", "en", options: new() { AcceptDownloads = true });
        await Open(page);
        await page.GetByText("Make my archive").ClickAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByText("Download", new() { Exact = true }).ClickAsync(new() { Timeout = 30_000 }));
        await page.Locator("input[type=file]").SetInputFilesAsync(await file.PathAsync());
        await page.GetByRole(AriaRole.Button, new() { NameString = "Import" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The import is done.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    private async Task Looks(IBrowserContext signedIn)
    {
        foreach (var (scheme, width, language) in new[] { (ColorScheme.Light, 1280, "en"), (ColorScheme.Dark, 390, "ja") })
        {
            var page = await town.Window(language, options: new()
            {
                ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, BypassCSP = true, StorageState = await signedIn.StorageStateAsync(),
            });
            await Open(page);
            if (Environment.GetEnvironmentVariable("MIXI_SHOTS") is { } folder)
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"archive-{scheme}-{width}-{language}.png"), FullPage = true });
            }

            await Wcag.Passes(page);
            await Wcag.Fits(page);
        }
    }

    private Task Open(IPage page) => page.GotoAsync(town.Url("account/archive"));

    /// <summary>Opens the page anew until it says something, as somebody without script does.</summary>
    private Task Until(IPage page, string text) => Eventually.Holds(async () =>
    {
        var says = await page.GetByText(text, new() { Exact = true }).CountAsync() > 0;
        await (says ? Task.CompletedTask : Open(page));
        return says;
    });
}
