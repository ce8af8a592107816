using Microsoft.Playwright;
using OrleansMixi.Browser;
using OrleansMixi.Media;

namespace OrleansMixi.Diaries;

/// <summary>The diary as people write it: a real host, real browsers, with script and without.</summary>
public sealed class DiaryInBrowserTests(DiaryInBrowserTests.NarrowTown town) : IClassFixture<DiaryInBrowserTests.NarrowTown>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_entry_with_pictures_is_drafted_described_posted_and_edited(bool script)
    {
        var emma = await Write(script);
        await emma.Locator("textarea[name=text]").FillAsync("A day at the harbour");
        await Pick(emma, Photo("one.jpg"), Photo("two.png", ".png"));
        if (script)
        {
            await emma.Locator("input[name=alt]").Nth(1).FillAsync("Two boats");
        }

        await emma.Locator("button[value=keep]").ClickAsync();
        await Assertions.Expect(emma.Locator(".notice.good")).ToBeVisibleAsync();
        await Assertions.Expect(emma.Locator("[name=media]")).ToHaveCountAsync(2);
        if (!script)
        {
            await emma.Locator("[name^='alt-']").Nth(1).FillAsync("Two boats");
        }

        await emma.Locator("button[value=post]").ClickAsync();
        await Assertions.Expect(emma.Locator(".post .diary")).ToContainTextAsync("A day at the harbour");
        await Assertions.Expect(emma.Locator(".post .pictures img")).ToHaveCountAsync(2);
        await Assertions.Expect(emma.Locator(".post .pictures img").Nth(1)).ToHaveAttributeAsync("alt", "Two boats");

        await emma.Locator("details:has([action='/actions/edit']) summary").First.ClickAsync();
        await emma.Locator("[name=drop]").First.CheckAsync();
        await emma.Locator("form[action='/actions/edit'] button[type=submit]").ClickAsync();
        await Assertions.Expect(emma.Locator(".post .pictures img")).ToHaveCountAsync(1);
        await emma.GotoAsync(town.Url("/user/emma/diary"));
        await Assertions.Expect(emma.Locator(".post .pictures img").First).ToHaveAttributeAsync("alt", "Two boats");
    }

    [Fact]
    public async Task Where_there_is_no_room_for_a_picture_the_words_are_kept()
    {
        var emma = await Write(script: false);
        var text = string.Concat(Enumerable.Repeat("Words that took all evening. ", 40));
        await emma.Locator("textarea[name=text]").FillAsync(text);
        await Pick(emma, new FilePayload { Name = "big.png", MimeType = "image/png", Buffer = Pixels.Noise(400) });
        await emma.Locator("button[value=post]").ClickAsync();
        await Assertions.Expect(emma.Locator(".notice.bad")).ToBeVisibleAsync();
        await Assertions.Expect(emma.Locator("textarea[name=text]")).ToHaveValueAsync(text);
    }

    private static async Task Pick(IPage page, params FilePayload[] files)
    {
        await page.Locator(".picture-pick summary").ClickAsync();
        await page.Locator(".picture-pick input[name=picture]").SetInputFilesAsync(files);
    }

    private static FilePayload Photo(string name, string ending = ".jpg") => new() { Name = name, MimeType = "image/jpeg", Buffer = Pixels.Of(ending, 300, 200) };

    private async Task<IPage> Write(bool script)
    {
        var page = await town.Enter("Emma", "en", script);
        await page.GotoAsync(town.Url("/diary/write"));
        return page;
    }

    /// <summary>A town with little room for pictures.</summary>
    public sealed class NarrowTown(Chrome chrome) : BrowsedTown(chrome)
    {
        protected override (string, string)[] Options => [("Mixi__Media__FreeBytes", "60000")];
    }
}
