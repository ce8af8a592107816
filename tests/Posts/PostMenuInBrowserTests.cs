using Microsoft.Playwright;
using OrleansMixi.Browser;

namespace OrleansMixi.Posts;

/// <summary>The menu of a post's card: why it is here, and hide with a way back; with script and without.</summary>
[Collection(nameof(BrowsedTownCollection))]
public sealed class PostMenuInBrowserTests(BrowsedTown town)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_post_is_explained_hidden_and_shown_again(bool script)
    {
        var emma = await town.Enter("Emma", "en", script);
        var card = emma.Locator(".post", new() { HasTextString = "bring your dancing shoes" });
        var post = await card.GetAttributeAsync("data-id");
        await card.Locator(".deed-more").ClickAsync();
        if (!script)
        {
            await emma.Locator("details:has([action='/actions/mutes/hide']) summary").ClickAsync();
        }

        await emma.Locator(script ? ".deed-menu button" : "form[action='/actions/mutes/hide'] button").ClickAsync();
        await emma.Locator(script ? ".deed-hidden button" : "form[action='/actions/mutes/show'] button").ClickAsync();
        await Assertions.Expect(emma.Locator($".post[data-id='{post}']")).ToHaveCountAsync(1);
        await emma.ReloadAsync();
        await emma.Locator($".post[data-id='{post}'] .deed-more").ClickAsync();
        if (script)
        {
            await emma.Locator(".deed-menu a").ClickAsync();
        }

        await Assertions.Expect(emma.Locator("h1")).ToHaveTextAsync("Why you see this");
        await Assertions.Expect(emma.Locator(".why-page .row")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_post_for_a_day_says_so_on_its_card()
    {
        var emma = await town.Enter("Emma", "en");
        await emma.Locator("textarea[name=text]").FillAsync("Only today");
        await emma.Locator("input[name=fleeting]").CheckAsync();
        await emma.Locator(".composer button[type=submit]").ClickAsync();
        await Assertions.Expect(emma.Locator(".post", new() { HasTextString = "Only today" }).Locator(".badge", new() { HasTextString = "Until" })).ToBeVisibleAsync();
        await Assertions.Expect(emma.Locator("input[name=fleeting]")).Not.ToBeCheckedAsync();
    }
}
