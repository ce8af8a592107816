using Microsoft.Playwright;
using OrleansMixi.Browser;

namespace OrleansMixi.Pages;

public sealed class AccessibilityTests(Chrome chrome)
{
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
        await using var window = await chrome.Window(new() { ColorScheme = scheme, Locale = language, ViewportSize = new() { Width = width, Height = 900 }, BypassCSP = true });
        var page = await window.NewPageAsync();
        foreach (var path in (member, scheme) == ("hanako", ColorScheme.Light) ? Paths : Few)
        {
            await page.GotoAsync(new Uri(host.Address, path).ToString());
            await Wcag.Passes(page);
        }
    }

    [Theory]
    [InlineData(240)]
    [InlineData(390)]
    [InlineData(1024)]
    public async Task No_page_is_wider_than_the_screen(int width)
    {
        await using var host = await PagesHost.Start("hanako");
        await using var window = await chrome.Window(new() { Locale = "ja", ViewportSize = new() { Width = width, Height = 500 } });
        var page = await window.NewPageAsync();
        foreach (var path in Paths)
        {
            await page.GotoAsync(new Uri(host.Address, path).ToString());
            await Wcag.Fits(page);
        }
    }
}
