using Microsoft.Playwright;
using OrleansMixi.Hosting;

namespace OrleansMixi.Browser;

/// <summary>The demo town as people see it: a real host, real browsers.</summary>
public sealed class TownInBrowserTests(BrowsedTown town) : IClassFixture<BrowsedTown>
{
    [Fact]
    public async Task A_post_in_one_browser_is_seen_in_another_without_reload_and_after_a_cut_of_the_network_nothing_is_missing()
    {
        await using var cable = new CutProxy(town.Host.Port);
        var hanako = await town.Enter("はなこ", "ja", address: cable.Address);
        var taro = await town.Enter("たろう", "ja");

        await Write(taro, "釣れました");
        await Assertions.Expect(hanako.Locator(".post .text").First).ToHaveTextAsync("釣れました");

        cable.Cut();
        await Write(taro, "切れている間に");
        await Write(taro, "もう一匹");
        await Assertions.Expect(hanako.Locator(".post .text").First).ToHaveTextAsync("釣れました");
        cable.Mend();
        await Assertions.Expect(hanako.Locator(".post .text").First).ToHaveTextAsync("もう一匹", new() { Timeout = 60_000 });
        await Assertions.Expect(hanako.Locator(".post .text").Nth(1)).ToHaveTextAsync("切れている間に");
        await Assertions.Expect(hanako.Locator(".post .text", new() { HasTextString = "釣れました" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Everything_essential_works_with_script_switched_off()
    {
        var emma = await town.Enter("Emma", "ja", script: false);
        await emma.Locator("textarea[name=text]").FillAsync("Written without script");
        await emma.Locator(".composer button[type=submit]").ClickAsync();
        await Assertions.Expect(emma.Locator(".post .text").First).ToHaveTextAsync("Written without script");

        await emma.GotoAsync(town.Url("user/hanako"));
        await emma.Locator("form[action='/actions/follow'] button").First.ClickAsync();
        await Assertions.Expect(emma.Locator("form[action='/actions/unfollow'] button")).ToBeVisibleAsync();
        await emma.GotoAsync(town.Url(""));
        await Assertions.Expect(emma.Locator(".post .text", new() { HasTextString = "くるみパン" })).ToHaveCountAsync(1);
        await emma.GotoAsync(town.Url("communities"));
        await Assertions.Expect(emma.Locator("a[href='/community/harbour-cats']").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_founder_lets_in_who_asked_and_only_the_founder_sees_who_waits()
    {
        var emma = await town.Enter("Emma", "ja", script: false);
        await emma.GotoAsync(town.Url("communities"));
        await emma.Locator("details.fold summary").ClickAsync();
        await emma.Locator("input[name=slug]").FillAsync("quiet-harbour");
        await emma.Locator("input[name=title]").FillAsync("Quiet harbour");
        await emma.Locator("select[name=joining]").SelectOptionAsync("approval");
        await emma.Locator("form[action='/actions/communities/found'] button").ClickAsync();

        var taro = await town.Enter("たろう", "ja", script: false);
        var community = town.Url("community/quiet-harbour");
        await taro.GotoAsync(community);
        await taro.Locator("form[action='/actions/follow'] button").ClickAsync();
        await Assertions.Expect(taro.Locator("form[action='/actions/communities/let-in']")).ToHaveCountAsync(0);
        await Assertions.Expect(taro.Locator(".composer")).ToHaveCountAsync(0);

        await emma.GotoAsync(community);
        await emma.Locator("form[action='/actions/communities/let-in'] button").ClickAsync();
        await Assertions.Expect(emma.Locator("form[action='/actions/communities/let-in']")).ToHaveCountAsync(0);

        await taro.ReloadAsync();
        await taro.Locator("textarea[name=text]").FillAsync("Thank you for having me");
        await taro.Locator(".composer button[type=submit]").ClickAsync();
        await emma.ReloadAsync();
        await Assertions.Expect(emma.Locator(".post .text").First).ToHaveTextAsync("Thank you for having me");
    }

    [Fact]
    public async Task A_newcomer_comes_in_by_invitation_once_and_signs_in_again()
    {
        var (code, output, error) = await TownProcess.Run(town.ConnectionString, "invite", "--from", "hanako");
        Assert.True(code == 0, error);
        var address = new Uri(town.Host.Address, output.Trim());
        var mio = await town.Window("ja");
        await mio.GotoAsync(address.AbsoluteUri);
        await SignUp(mio, "mio");
        await Assertions.Expect(mio.Locator("textarea[name=text]")).ToBeVisibleAsync();

        // The inviter is a friend from the start, so the timeline is not empty.
        await Assertions.Expect(mio.Locator(".post .text", new() { HasTextString = "くるみパン" })).ToHaveCountAsync(1);

        var late = await town.Window("ja");
        await late.GotoAsync(address.AbsoluteUri);
        await SignUp(late, "late");
        Assert.Contains("error=invitation", late.Url, StringComparison.Ordinal);

        var again = await town.Window("ja", script: false);
        await again.GotoAsync(town.Url("sign-in"));
        await SignIn(again, "mio", "wrong password");
        Assert.Contains("error=wrong", again.Url, StringComparison.Ordinal);
        await SignIn(again, "Mio", "correct horse");
        await Assertions.Expect(again.Locator("textarea[name=text]")).ToBeVisibleAsync();
    }

    private static async Task SignUp(IPage page, string handle)
    {
        await page.Locator("input[name=handle]").FillAsync(handle);
        await page.Locator("input[name=nickname]").FillAsync(handle);
        await page.Locator("input[name=password]").FillAsync("correct horse");
        await page.Locator("form[action='/account/sign-up'] button[type=submit], form[action='/account/sign-up'] button").Last.ClickAsync();
    }

    private static async Task SignIn(IPage page, string handle, string password)
    {
        await page.Locator("input[name=handle]").First.FillAsync(handle);
        await page.Locator("input[name=password]").FillAsync(password);
        await page.Locator("form[action='/account/sign-in'] button").Last.ClickAsync();
    }

    private static async Task Write(IPage page, string text)
    {
        await page.Locator("textarea[name=text]").FillAsync(text);
        await page.Locator(".composer button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".post .text").First).ToHaveTextAsync(text);
    }
}
