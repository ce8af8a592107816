using Microsoft.Playwright;

namespace OrleansMixi.Browser;

/// <summary>What members decide about each other, in the pages of the demo town without script.</summary>
[Collection(nameof(BrowsedTownCollection))]
public sealed class PeopleInBrowserTests(BrowsedTown town)
{
    [Fact]
    public async Task A_mute_is_looked_at_saved_and_undone_and_a_post_is_hidden_from_its_page()
    {
        var taro = await Enter("たろう");
        await taro.Locator("textarea[name=text]").FillAsync("サバが釣れました");
        await taro.Locator(".composer button[type=submit]").ClickAsync();
        await Assertions.Expect(Text(taro, "サバが釣れ")).ToHaveCountAsync(1);
        var hanako = await Enter("はなこ");
        await Assertions.Expect(Text(hanako, "サバが釣れ")).ToHaveCountAsync(1);
        await Go(hanako, "account/mutes");
        await hanako.Locator("#kind").SelectOptionAsync("word");
        await hanako.Locator("#value").FillAsync("サバ");
        await hanako.Locator("form[method=get] button").ClickAsync();
        await Assertions.Expect(hanako.Locator(".warm")).ToContainTextAsync("1件");
        await Assertions.Expect(hanako.Locator(".warm .row")).ToContainTextAsync("サバが釣れ");
        await hanako.Locator("form[action='/actions/mutes/add'] button").ClickAsync();
        await Go(hanako, "");
        await Assertions.Expect(Text(hanako, "サバが釣れ")).ToHaveCountAsync(0);
        await Go(hanako, "account/mutes");
        await hanako.Locator("form[action='/actions/mutes/remove'] button").ClickAsync();
        await Go(hanako, "");
        await Assertions.Expect(Text(hanako, "サバが釣れ")).ToHaveCountAsync(1);

        await hanako.Locator(".post", new() { HasTextString = "サバが釣れ" }).Locator("a.when").ClickAsync();
        await hanako.Locator("summary", new() { HasTextString = "見たくないとき" }).ClickAsync();
        await hanako.Locator("form[action='/actions/mutes/hide'] button").ClickAsync();
        await Assertions.Expect(Text(hanako, "サバが釣れ")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_locked_account_lets_in_who_asked()
    {
        var kenji = await Enter("けんじ");
        await Go(kenji, "user/yuki");
        await kenji.Locator("form[action='/actions/follow'] button").ClickAsync();
        await Assertions.Expect(kenji.Locator(".head form[action='/actions/unfollow'] button")).ToHaveTextAsync("申し込みを取り消す");
        var yuki = await Enter("ゆき");
        await Go(yuki, "friends");
        await yuki.Locator("form[action='/actions/followers/approve'] button").ClickAsync();
        await Assertions.Expect(yuki.Locator("form[action='/actions/followers/approve']")).ToHaveCountAsync(0);
        await kenji.ReloadAsync();
        await Assertions.Expect(kenji.Locator(".head form[action='/actions/unfollow'] button")).ToHaveTextAsync("フォローをやめる");
    }

    [Fact]
    public async Task A_friend_is_introduced_and_the_text_is_shown_after_approval()
    {
        var taro = await Enter("たろう");
        await Go(taro, "user/kenji");
        await taro.Locator("summary", new() { HasTextString = "紹介文を書く" }).ClickAsync();
        await taro.Locator("#introduce").FillAsync("定刻の男。");
        await taro.Locator("form[action='/actions/introductions/write'] button").ClickAsync();
        await Assertions.Expect(taro.Locator(".lines", new() { HasTextString = "定刻の男" })).ToHaveCountAsync(0);
        var kenji = await Enter("けんじ");
        await Go(kenji, "friends/introductions");
        await kenji.Locator("form[action='/actions/introductions/approve'] button").ClickAsync();
        await taro.ReloadAsync();
        await Assertions.Expect(taro.Locator(".lines", new() { HasTextString = "定刻の男" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_group_is_made_filled_and_read_and_the_profile_is_written()
    {
        var taro = await Enter("たろう");
        await Go(taro, "friends/groups");
        await taro.Locator("#name").FillAsync("電車の会");
        await taro.Locator("form[action='/actions/circles/create'] button").ClickAsync();
        await taro.Locator("input[name=friends][value=kenji]").CheckAsync();
        await taro.Locator("form[action='/actions/circles/edit'] button").ClickAsync();
        await Go(taro, "");
        await taro.Locator("nav.tabs a", new() { HasTextString = "電車の会" }).ClickAsync();
        await Assertions.Expect(Text(taro, "始発")).ToHaveCountAsync(1);
        await Assertions.Expect(taro.Locator(".post .handle")).ToHaveTextAsync(["@kenji", "@kenji", "@kenji"]);

        await Go(taro, "account/profile");
        await taro.Locator("#area").FillAsync("灯台の下");
        await taro.Locator("select[name=areaFor]").SelectOptionAsync("group:1");
        await taro.Locator("form[action='/actions/profiles/edit'] button[type=submit]").ClickAsync();
        await Assertions.Expect(taro.Locator("select[name=areaFor]")).ToHaveValueAsync("group:1");
        var kenji = await Enter("けんじ");
        await Go(kenji, "user/taro");
        await Assertions.Expect(kenji.Locator(".profile-facts")).ToContainTextAsync("灯台の下");
        var hanako = await Enter("はなこ");
        await Go(hanako, "user/taro");
        await Assertions.Expect(hanako.Locator(".profile-facts")).Not.ToContainTextAsync("灯台の下");
    }

    private static ILocator Text(IPage page, string text) => page.Locator(".post .text", new() { HasTextString = text });

    private Task<IResponse?> Go(IPage page, string path) => page.GotoAsync(town.Url(path));

    private Task<IPage> Enter(string nickname) => town.Enter(nickname, "ja", script: false);
}
