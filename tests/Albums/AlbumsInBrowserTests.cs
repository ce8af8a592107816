using Microsoft.Playwright;
using OrleansMixi.Browser;
using OrleansMixi.Hosting;
using OrleansMixi.Media;

namespace OrleansMixi.Albums;

/// <summary>Pictures and albums as people use them: a real host, real browsers.</summary>
[Collection(nameof(BrowsedTownCollection))]
public sealed class AlbumsInBrowserTests(BrowsedTown town)
{
    [Fact]
    public async Task An_album_a_picture_in_a_post_and_a_face_work_without_script()
    {
        var emma = await Enter("Emma", script: false);
        await emma.GotoAsync(town.Url("/user/emma/albums"));
        await Passes(emma);
        await emma.Locator("input[name=title]").FillAsync("Harbour");
        await emma.Locator("input[name=picture]").SetInputFilesAsync([Photo("one.jpg"), Photo("two.png", ".png")]);
        await emma.Locator("main form.stack button[type=submit]").ClickAsync();
        await Assertions.Expect(emma.Locator(".shots img")).ToHaveCountAsync(2);
        await Loaded(emma, ".shots img");
        await Passes(emma);

        await emma.Locator(".shot").First.ClickAsync();
        await emma.Locator("textarea[name=alt]").FillAsync("Boats in the evening");
        await emma.Locator("form[action='/actions/albums/describe'] button").ClickAsync();
        await Assertions.Expect(emma.Locator("figcaption")).ToHaveTextAsync("Boats in the evening");
        await Loaded(emma, ".stage img");
        await Passes(emma);

        await emma.GotoAsync(town.Url("/"));
        await Assertions.Expect(emma.Locator(".post .title").First).ToHaveTextAsync("Harbour");
        await Loaded(emma, ".post .pictures img");
        await emma.Locator("textarea[name=text]").FillAsync("Look at this");
        await emma.Locator(".picture-pick summary").ClickAsync();
        await emma.Locator(".picture-pick input[name=picture]").SetInputFilesAsync(Photo("three.jpg"));
        await emma.Locator(".picture-pick input[name=alt]").FillAsync("A wall");
        await emma.Locator(".composer button[type=submit]").ClickAsync();
        await Assertions.Expect(emma.Locator(".post .text").First).ToHaveTextAsync("Look at this");
        await Assertions.Expect(emma.Locator(".post").First.Locator(".picture img")).ToHaveAttributeAsync("alt", "A wall");
        await Passes(emma);

        await emma.GotoAsync(town.Url("/account/picture"));
        await emma.Locator("input[name=picture]").SetInputFilesAsync(Photo("me.jpg"));
        await emma.Locator("form[action='/actions/picture'] button").ClickAsync();
        await Assertions.Expect(emma.Locator(".notice.good")).ToBeVisibleAsync();
        await Passes(emma);
        using var stranger = town.Host.Client();
        Assert.Equal("image/webp", (await stranger.GetAsync("avatar/emma.svg")).Content.Headers.ContentType?.MediaType);
        await emma.Locator("form[action='/actions/picture/remove'] button").ClickAsync();
        await Assertions.Expect(emma.Locator(".notice.good")).ToBeVisibleAsync();
        Assert.Equal("image/svg+xml", (await stranger.GetAsync("avatar/emma.svg")).Content.Headers.ContentType?.MediaType);

        // What is no picture comes back with a sentence.
        await emma.Locator("input[name=picture]").SetInputFilesAsync(new FilePayload { Name = "me.jpg", MimeType = "image/jpeg", Buffer = "<html>"u8.ToArray() });
        await emma.Locator("form[action='/actions/picture'] button").ClickAsync();
        await Assertions.Expect(emma.Locator(".notice.bad")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_picture_comes_live_and_an_album_is_turned_over_by_keys()
    {
        var hanako = await Enter("はなこ");
        var yuki = await Enter("ゆき");
        await hanako.GotoAsync(town.Url("/user/yuki"));
        await yuki.Locator("textarea[name=text]").FillAsync("Live from the harbour");
        await yuki.Locator(".picture-pick summary").ClickAsync();
        await yuki.Locator(".picture-pick input[name=picture]").SetInputFilesAsync(Photo("boat.jpg"));
        await yuki.Locator(".composer button[type=submit]").ClickAsync();
        foreach (var page in new[] { yuki, hanako })
        {
            await Assertions.Expect(page.Locator(".post .text").First).ToHaveTextAsync("Live from the harbour");
            await Loaded(page, ".post:first-child .pictures img");
        }

        await yuki.GotoAsync(town.Url("/user/yuki/albums"));
        await yuki.Locator("input[name=title]").FillAsync("Harbour");
        await yuki.Locator("input[name=picture]").SetInputFilesAsync([Photo("one.jpg"), Photo("two.jpg")]);
        await yuki.Locator("main form.stack button[type=submit]").ClickAsync();
        await yuki.Locator(".shot").First.ClickAsync();
        await Assertions.Expect(yuki.Locator(".turns")).ToContainTextAsync("1 of 2");
        await Press(yuki, "ArrowRight");
        await Assertions.Expect(yuki.Locator(".turns")).ToContainTextAsync("2 of 2");
        await Press(yuki, "ArrowLeft");
        await Assertions.Expect(yuki.Locator(".turns")).ToContainTextAsync("1 of 2");
        await Press(yuki, "Escape");
        await Assertions.Expect(yuki.Locator(".shots img")).ToHaveCountAsync(2);
    }

    /// <summary>Presses a key once the page's modules listen.</summary>
    private static async Task Press(IPage page, string key)
    {
        await page.WaitForLoadStateAsync(LoadState.Load);
        await page.Keyboard.PressAsync(key);
    }

    private static FilePayload Photo(string name, string ending = ".jpg") => new() { Name = name, MimeType = "image/jpeg", Buffer = Pixels.Of(ending, 900, 600) };

    /// <summary>Waits until the pictures have come. Asked again and again, because a page without script keeps no promises.</summary>
    private static Task Loaded(IPage page, string images) => Eventually.Holds(() => page.EvaluateAsync<bool>(
        "images => [...document.querySelectorAll(images)].length > 0 && [...document.querySelectorAll(images)].every(image => image.complete && image.naturalWidth > 0)", images));

    /// <summary>Looks at the page once more with script, which the automatic checks need.</summary>
    private async Task Passes(IPage page)
    {
        var seen = await town.Window("en", options: new() { StorageState = await page.Context.StorageStateAsync(), BypassCSP = true });
        await seen.GotoAsync(page.Url);
        await Wcag.Passes(seen);
    }

    private Task<IPage> Enter(string name, bool script = true) => town.Enter(name, "en", script, new() { BypassCSP = true });
}
