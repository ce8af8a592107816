using System.Net.Http.Json;
using Microsoft.Playwright;
using OrleansMixi.Accounts;
using OrleansMixi.Api;
using OrleansMixi.Browser;

namespace OrleansMixi.Administration;

/// <summary>The pages of accounts, moderation and administration with something on them, in a real browser.</summary>
[Collection(nameof(AccountCollection))]
public sealed class PagesTests(AccountTown town, Chrome chrome)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280, "en")]
    [InlineData(ColorScheme.Dark, 390, "ja")]
    [InlineData(ColorScheme.Light, 240, "ja")]
    public async Task Every_page_passes_the_automatic_checks_of_WCAG_AA_and_fits_the_screen(ColorScheme scheme, int width, string language)
    {
        var (boss, mio) = (await town.Newcomer(mail: $"{Guid.NewGuid():N}@example.org"), await town.Newcomer());
        await town.Admin.PutAsync($"api/admin/administrators/{boss.Handle}", null);
        var (kept, hidden) = ((await mio.Client.Post("Buy two, get three!")).Id(), (await mio.Client.Post("めずらしい時計が安い！")).Id());
        await boss.Client.PostAsJsonAsync("api/reports", new { reason = "spam", post = kept, text = "もう三回目です" });
        await boss.Client.PostAsJsonAsync("api/reports", new { reason = "harassment", member = mio.Handle });
        await town.Admin.PutAsJsonAsync($"api/admin/posts/{hidden}/removal", new { reason = "Advertising" });
        await mio.Client.PostAsJsonAsync($"api/me/measures/{await Number(mio)}/appeal", new { text = "It is a real offer" });
        await town.Admin.PutAsJsonAsync($"api/admin/plans/{mio.Handle}", new { ends = TimeProvider.System.GetUtcNow().AddDays(30) });

        var page = await Window(scheme, width, language);
        foreach (var path in new[] { "/sign-in", "/sign-up", "/account/forgot", "/account/reset?link=over", "/account/mail/proof?link=x" })
        {
            await Check(page, path);
        }

        await SignIn(page, boss.Handle);
        foreach (var path in new[] { "/account", "/account/mail", "/account/delete", "/account/measures", "/moderation-log", "/admin", "/admin/reports", "/admin/newcomers", $"/admin/members?handle={mio.Handle}", "/admin/plans", "/admin/log", $"/report?post={kept}", $"/report?member={mio.Handle}" })
        {
            await Check(page, path);
        }

        var other = await Window(scheme, width, language);
        await SignIn(other, mio.Handle);
        await Check(other, "/account/measures");
        await town.Admin.PutAsJsonAsync($"api/admin/members/{mio.Handle}/suspension", new { reason = "Advertising, again and again", ends = TimeProvider.System.GetUtcNow().AddDays(7) });
        await SignIn(other, mio.Handle);
        await Check(other, "/account/suspended");
    }

    private async Task<IPage> Window(ColorScheme scheme, int width, string language) =>
        await (await chrome.Window(new() { ColorScheme = scheme, Locale = language, ViewportSize = new() { Width = width, Height = 900 }, BypassCSP = true })).NewPageAsync();

    private async Task SignIn(IPage page, string handle)
    {
        await page.GotoAsync(new Uri(town.Town.Address, "sign-in").ToString());
        await page.Locator("input[name=handle]").FillAsync(handle);
        await page.Locator("input[name=password]").FillAsync(Newcomer.Password);
        await page.Locator("form[action='/account/sign-in'] button").ClickAsync();
    }

    private async Task Check(IPage page, string path)
    {
        await page.GotoAsync(new Uri(town.Town.Address, path).ToString());
        await Wcag.Passes(page);
        await Wcag.Fits(page);
    }

    private static async Task<int> Number(Newcomer member) =>
        (await member.Client.GetFromJsonAsync<System.Text.Json.JsonElement>("api/me/measures"))[0].GetProperty("number").GetInt32();
}
