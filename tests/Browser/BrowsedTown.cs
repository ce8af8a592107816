using Microsoft.Playwright;
using OrleansMixi.Hosting;
using OrleansMixi.Mail;

namespace OrleansMixi.Browser;

/// <summary>A demo town on a host of its own, with windows to look into it and a mail server that keeps its mails.</summary>
public class BrowsedTown(Chrome chrome) : IAsyncLifetime
{
    private readonly TempDatabase _database = new();
    private readonly List<Resident> _residents = [];
    private readonly List<IBrowserContext> _windows = [];
    private string? _test;

    internal SmtpInbox Post { get; } = new();

    internal TownProcess Host { get; private set; } = null!;

    internal string ConnectionString => _database.ConnectionString;

    /// <summary>What this town has otherwise than usual.</summary>
    protected virtual (string, string)[] Options => [];

    public async ValueTask InitializeAsync()
    {
        Post.Start();

        // The bot rests, so that what moves is what the test does.
        Host = await TownProcess.Start(
            _database.ConnectionString, "Development",
            [("Mixi__DemoInterval", "01:00:00"), ("Mixi__Archive__Look", "00:00:00.1"), ("Mixi__Archive__Lease", "00:00:02"),
            ("Mixi__Mail__Host", "127.0.0.1"), ("Mixi__Mail__Port", $"{Post.Port}"), ("Mixi__Mail__Security", "None"), ("Mixi__Mail__User", SmtpInbox.User), ("Mixi__Mail__Password", SmtpInbox.Password), .. Options]);
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_windows.Select(window => window.CloseAsync()));
        await Host.DisposeAsync();
        await Post.DisposeAsync();
        _database.Dispose();
        GC.SuppressFinalize(this);
    }

    internal string Url(string path) => new Uri(Host.Address, path).AbsoluteUri;

    /// <summary>A window with nobody signed in. Those that the test before opened are closed.</summary>
    internal async Task<IPage> Window(string language, bool script = true, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        (options.Locale, options.JavaScriptEnabled, options.BypassCSP) = (language, script, options.BypassCSP ?? false);
        if (_test != TestContext.Current.Test?.UniqueID)
        {
            await Task.WhenAll(_windows.Select(window => window.CloseAsync()));
            _windows.Clear();
            _test = TestContext.Current.Test?.UniqueID;
        }

        _windows.Add(await chrome.Window(options));
        return await _windows[^1].NewPageAsync();
    }

    /// <summary>A window in which somebody came in by one of the doors of the demo town.</summary>
    internal async Task<IPage> Enter(string nickname, string language, bool script = true, BrowserNewContextOptions? options = null, Uri? address = null)
    {
        var page = await Window(language, script, options);
        await page.GotoAsync((address ?? Host.Address).AbsoluteUri);
        await page.Locator("form[action='/account/demo'] button", new() { HasTextString = nickname }).ClickAsync();
        await Assertions.Expect(page.Locator(".composer")).ToBeVisibleAsync();
        return page;
    }

    /// <summary>Somebody who walks through the town, with nobody signed in yet.</summary>
    internal async Task<Resident> Arrive(string name, string language, bool phone = false, bool script = true)
    {
        var page = await Window(language, script, new()
        {
            TimezoneId = "Asia/Tokyo", HasTouch = phone, AcceptDownloads = true, ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 900 },
        });
        var resident = new Resident(page, Host.Address, name, phone);
        _residents.Add(resident);
        return resident;
    }

    /// <summary>Asserts that nobody met an error.</summary>
    internal void NobodyComplains() => Assert.Empty(_residents.SelectMany(resident => resident.Complaints));
}
