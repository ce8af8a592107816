using Microsoft.Playwright;
using OrleansMixi.Hosting;
using OrleansMixi.Mail;

namespace OrleansMixi.Browser;

/// <summary>A demo town on a host of its own, with a browser to walk through it and a mail server that keeps its mails.</summary>
internal sealed class BrowsedTown : IAsyncDisposable
{
    private readonly TempDatabase _database = new();
    private readonly List<Resident> _residents = [];
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public SmtpInbox Post { get; } = new();

    public TownProcess Host { get; private set; } = null!;

    public static async Task<BrowsedTown> Start()
    {
        var town = new BrowsedTown();
        town.Post.Start();
        town.Host = await TownProcess.Start(
            town._database.ConnectionString, "Development",
            ("Mixi__DemoInterval", "01:00:00"), ("Mixi__Archive__Look", "00:00:00.1"),
            ("Mixi__Mail__Host", "127.0.0.1"), ("Mixi__Mail__Port", $"{town.Post.Port}"), ("Mixi__Mail__Security", "None"), ("Mixi__Mail__User", SmtpInbox.User), ("Mixi__Mail__Password", SmtpInbox.Password));
        town._playwright = await Playwright.CreateAsync();
        town._browser = await town._playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
        return town;
    }

    /// <summary>Opens a browser window with nobody signed in.</summary>
    public async Task<Resident> Arrive(string name, string language, bool phone = false, bool script = true)
    {
        var context = await _browser.NewContextAsync(new()
        {
            Locale = language, TimezoneId = "Asia/Tokyo", JavaScriptEnabled = script, HasTouch = phone, AcceptDownloads = true, ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 900 },
        });
        var resident = new Resident(await context.NewPageAsync(), Host.Address, name, phone);
        _residents.Add(resident);
        return resident;
    }

    /// <summary>Asserts that nobody met an error.</summary>
    public void NobodyComplains() => Assert.Empty(_residents.SelectMany(resident => resident.Complaints));

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await Host.DisposeAsync();
        await Post.DisposeAsync();
        _database.Dispose();
    }
}
