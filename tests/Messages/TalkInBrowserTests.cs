using Microsoft.Playwright;
using OrleansMixi.Browser;

namespace OrleansMixi.Messages;

/// <summary>Conversations as people see them: the demo town, real browsers.</summary>
public sealed class TalkInBrowserTests(BrowsedTown town) : IClassFixture<BrowsedTown>
{
    [Fact]
    public async Task What_one_says_reads_and_takes_back_the_other_sees_without_reload()
    {
        var hanako = await Enter("はなこ");
        await Go(hanako, "user/taro");
        await hanako.Locator("form[action='/actions/messages/start'] button").ClickAsync();
        var path = new Uri(hanako.Url).AbsolutePath;
        await Say(hanako, "港で待ってます");

        var taro = await Enter("たろう");
        await Go(taro, "messages");
        await Assertions.Expect(taro.Locator(".talks .unread .about")).ToHaveTextAsync("港で待ってます");
        await taro.Locator(".talks .whole").First.ClickAsync();
        await Assertions.Expect(taro.Locator(".bubble")).ToHaveTextAsync("港で待ってます");
        await Assertions.Expect(hanako.Locator(".said-when .read")).ToHaveTextAsync("既読");

        await Say(taro, "いま行く！");
        await Assertions.Expect(hanako.Locator(".line:not(.own) .bubble")).ToHaveTextAsync("いま行く！");
        await taro.Locator(".stamps summary").ClickAsync();
        await taro.Locator("button[value='on-the-way']").ClickAsync();
        await Assertions.Expect(hanako.GetByAltText("スタンプ「いま向かってます」")).ToBeVisibleAsync();

        await taro.Locator(".line.own").First.HoverAsync();
        await taro.Locator(".take summary").First.ClickAsync();
        await taro.Locator(".take button").First.ClickAsync();
        await Assertions.Expect(hanako.Locator(".note")).ToHaveTextAsync("たろう さんがメッセージを取り消しました。");
        await Assertions.Expect(hanako.Locator(".bubble", new() { HasTextString = "いま行く！" })).ToHaveCountAsync(0);

        // The list of conversations grows by itself too, and so do footprints.
        await Go(taro, "messages");
        await Say(hanako, "気をつけて");
        await Assertions.Expect(taro.Locator(".talks .unread .about")).ToHaveTextAsync("気をつけて");
        await Go(taro, "footprints");
        await Go(hanako, "user/taro");
        await Assertions.Expect(taro.Locator(".rows .name")).ToHaveTextAsync("はなこ");
        Assert.StartsWith("/message/", path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_navigation_counts_the_conversations_that_wait_and_forgets_them_once_they_are_read()
    {
        var taro = await Enter("たろう");
        var kenji = await Enter("けんじ");
        var waiting = kenji.Locator("[data-waiting] .count");
        await Go(kenji, "footprints");
        await Assertions.Expect(waiting).ToBeHiddenAsync();
        await Go(taro, "user/kenji");
        await taro.Locator("form[action='/actions/messages/start'] button").ClickAsync();
        await Say(taro, "もしもし");
        await Assertions.Expect(waiting).ToHaveTextAsync("1");
        await Go(kenji, "friends");
        await Assertions.Expect(waiting).ToHaveTextAsync("1");
        await Go(kenji, "messages");
        await kenji.Locator(".talks .whole").ClickAsync();
        await Assertions.Expect(kenji.Locator(".bubble")).ToHaveTextAsync("もしもし");
        await Assertions.Expect(waiting).ToBeHiddenAsync();
        await Go(kenji, "friends");
        await Assertions.Expect(waiting).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Everything_works_with_script_switched_off()
    {
        var emma = await Enter("Emma", script: false);
        await Go(emma, "messages");
        await Assertions.Expect(emma.Locator(".middle")).ToBeVisibleAsync();
        await emma.Locator("a[href='/messages/new']").ClickAsync();
        await emma.Locator("input[name=handle][value=leo]").CheckAsync();
        await emma.Locator("input[name=handle][value=yuki]").CheckAsync();
        await emma.Locator("input[name=title]").FillAsync("Saturday");
        await emma.Locator("form[action='/actions/messages/start'] button").ClickAsync();
        await Assertions.Expect(emma.Locator("h1")).ToHaveTextAsync("Saturday");
        await emma.Locator("textarea[name=text]").FillAsync("Who is in?");
        await emma.Locator(".talk-write button").ClickAsync();
        await Assertions.Expect(emma.Locator(".bubble")).ToHaveTextAsync("Who is in?");
        await emma.Locator(".take summary").ClickAsync();
        await emma.Locator(".take button").ClickAsync();
        await Assertions.Expect(emma.Locator(".note")).ToBeVisibleAsync();
        await emma.Locator(".fold summary").ClickAsync();
        await emma.Locator("form[action='/actions/messages/leave'] button").ClickAsync();
        await Assertions.Expect(emma.Locator(".notice.good")).ToBeVisibleAsync();
        await Assertions.Expect(emma.Locator(".talks")).ToHaveCountAsync(0);

        await Go(emma, "account/privacy");
        await emma.Locator("input[name=footprints]").UncheckAsync();
        await emma.Locator("input[name=messagesFrom][value=everyone]").CheckAsync();
        await emma.Locator("form[action='/actions/privacy'] button").ClickAsync();
        await Assertions.Expect(emma.Locator("input[name=footprints]")).Not.ToBeCheckedAsync();
        await Assertions.Expect(emma.Locator("input[name=messagesFrom][value=everyone]")).ToBeCheckedAsync();
        await Go(emma, "footprints");
        await Assertions.Expect(emma.Locator("main a[href='/account/privacy']")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280, "en")]
    [InlineData(ColorScheme.Dark, 390, "ja")]
    public async Task Every_page_passes_the_automatic_checks_of_WCAG_AA_and_fits_the_screen(ColorScheme scheme, int width, string language)
    {
        var leo = await Enter("Leo", scheme: scheme, width: width, language: language);
        await Go(leo, "user/hanako");
        await leo.Locator("form[action='/actions/messages/start'] button").ClickAsync();
        var talk = new Uri(leo.Url).AbsolutePath.TrimStart('/');
        await Say(leo, "A longer message, with a link: https://example.org/market and more words after it.");
        await leo.Locator(".stamps summary").ClickAsync();
        await leo.Locator("button[value='tea']").ClickAsync();
        await Assertions.Expect(leo.Locator("img.stamp").Last).ToBeVisibleAsync();
        var hanako = await Enter("はなこ", language: language);
        await Go(hanako, "user/leo");
        await Go(hanako, talk);
        await Say(hanako, "好的！ See you there 🎺");
        foreach (var path in new[] { "messages", "messages/new", talk, "footprints", "footprints/left", "account/privacy", "user/emma", "friends" })
        {
            await Go(leo, path);
            if (path == talk)
            {
                await leo.Locator(".stamps summary").ClickAsync();
            }

            await Wcag.Passes(leo);
            await Wcag.Fits(leo);
            if (Environment.GetEnvironmentVariable("MIXI_SHOTS") is { Length: > 0 } folder)
            {
                await leo.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{path.Split('/')[0]}-{path.Split('/')[^1].Length}-{width}-{language}.png") });
            }
        }
    }

    private static async Task Say(IPage page, string text)
    {
        await page.Locator("textarea[name=text]").FillAsync(text);
        await page.Locator(".talk-write button").ClickAsync();
        await Assertions.Expect(page.Locator(".line.own .bubble").Last).ToContainTextAsync(text[..4]);
    }

    private Task Go(IPage page, string path) => page.GotoAsync(town.Url(path));

    private Task<IPage> Enter(string nickname, bool script = true, ColorScheme scheme = ColorScheme.Light, int width = 1000, string language = "ja") =>
        town.Enter(nickname, language, script, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 844 }, BypassCSP = true });
}
