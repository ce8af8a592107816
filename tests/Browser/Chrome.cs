using Microsoft.Playwright;
using OrleansMixi.Browser;

[assembly: AssemblyFixture(typeof(Chrome))]

namespace OrleansMixi.Browser;

/// <summary>One Chromium for all tests, started when the first needs it; everybody has windows of their own, with their own cookies.</summary>
public sealed class Chrome : IAsyncDisposable
{
    // The shell without a screen needs half the processor time of the whole browser.
    private static readonly string[] Programs = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> _running = new(Launch);

    /// <summary>A window with nobody signed in.</summary>
    internal async Task<IBrowserContext> Window(BrowserNewContextOptions options)
    {
        options.ReducedMotion ??= ReducedMotion.Reduce;
        return await (await _running.Value).Browser.NewContextAsync(options);
    }

    public async ValueTask DisposeAsync()
    {
        if (_running.IsValueCreated)
        {
            var (driver, browser) = await _running.Value;
            await browser.DisposeAsync();
            driver.Dispose();
        }
    }

    private static async Task<(IPlaywright Driver, IBrowser Browser)> Launch()
    {
        var driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = Programs.First(File.Exists), Args = ["--no-sandbox", "--disable-gpu", "--no-first-run"] }));
    }
}
