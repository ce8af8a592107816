using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace OrleansMixi.Pages;

public sealed class AccessibilityTests
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Paths =
    [
        "/", "/user/ken_t", "/user/mia", "/community/bento", "/community/night-trains", "/news/sports", "/post/8999999999999999953", "/following", "/communities", "/friends",
        "/menu", "/account?notice=saved", "/account/invitations", "/account/tokens?error=rate", "/about", "/sign-in", "/sign-up", "/nowhere",
        "/user/hanako", "/friends/groups", "/friends/groups/1", "/friends/groups/1/edit", "/friends/groups/0/edit", "/friends/introductions", "/account/profile", "/account/mutes?kind=word&value=spoiler",
        "/community/bento/topics", "/community/bento/events", "/community/bento/events/42", "/community/bento/polls", "/community/bento/members", "/community/bento/about", "/community/bento/log", "/community/bento/staff", "/events",
        "/notifications", "/account/notifications", "/search", "/search?q=ken", "/search?q=nobody",
    ];

    /// <summary>The pages that between them hold every part and colour.</summary>
    private static readonly string[] Few = ["/", "/user/mia", "/post/8999999999999999953", "/friends", "/account?error=rate", "/account/profile", "/account/mutes?kind=word&value=spoiler",
        "/notifications", "/account/notifications", "/search?q=ken"];

    [Theory]
    [InlineData("hanako", ColorScheme.Light, 1280, "en")]
    [InlineData("hanako", ColorScheme.Dark, 390, "ja")]
    [InlineData(null, ColorScheme.Dark, 1280, "en")]
    [InlineData(null, ColorScheme.Light, 390, "ja")]
    public async Task Every_page_passes_the_automatic_checks_of_WCAG_AA(string? member, ColorScheme scheme, int width, string language)
    {
        await using var host = await PagesHost.Start(member);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync(new() { ColorScheme = scheme, Locale = language, ViewportSize = new() { Width = width, Height = 900 }, BypassCSP = true, ReducedMotion = ReducedMotion.Reduce });
        var options = new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } };
        foreach (var path in (member, scheme) == ("hanako", ColorScheme.Light) ? Paths : Few)
        {
            await page.GotoAsync(new Uri(host.Address, path).ToString());
            var result = await page.RunAxe(options);
            Assert.Equal([], result.Violations.SelectMany(found => found.Nodes.Select(node => $"{path}: {found.Id}: {node.Html}")));
        }
    }

    [Theory]
    [InlineData(240)]
    [InlineData(390)]
    [InlineData(1024)]
    public async Task No_page_is_wider_than_the_screen(int width)
    {
        await using var host = await PagesHost.Start("hanako");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync(new() { Locale = "ja", ViewportSize = new() { Width = width, Height = 500 }, JavaScriptEnabled = true });
        foreach (var path in Paths)
        {
            await page.GotoAsync(new Uri(host.Address, path).ToString());
            Assert.Equal($"{path} {width}", $"{path} {await page.EvaluateAsync<int>("Math.max(innerWidth, document.documentElement.scrollWidth)")}");
        }
    }
}
