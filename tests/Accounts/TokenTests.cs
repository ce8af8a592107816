using System.Net;
using OrleansMixi.Api;

namespace OrleansMixi.Accounts;

/// <summary>What access tokens open, and how members get one.</summary>
[Collection(nameof(AccountCollection))]
public sealed class TokenTests(AccountTown town)
{
    [Fact]
    public async Task A_token_made_on_the_page_posts()
    {
        var mio = await town.Newcomer();
        using var browser = new Visitor(town.Town.Address);
        await browser.SignIn(mio.Handle);
        Assert.Equal("/account/tokens?notice=token-made", await browser.Send("/account/tokens", "/account/tokens/make", ("name", "bot"), ("scopes", "read"), ("scopes", "post")));
        var page = await browser.Read("/account/tokens");
        using var bot = town.Town.Client("mixi_" + page.Split("value=\"mixi_")[1].Split('"')[0]);
        await bot.Post("made on the page");
    }

    [Fact]
    public async Task A_token_sends_no_forms_and_reads_pages_only_where_it_may_read()
    {
        var mio = await town.Newcomer();
        using var writer = town.Town.Client(await town.Town.Token(mio.Handle, "post"));
        using var reader = town.Town.Client(await town.Town.Token(mio.Handle, "read"));
        await writer.GetAsync("messages").Refused(403, "scope-missing");
        await reader.GetAsync("messages").Ok(HttpStatusCode.OK);
        await reader.PostAsync("actions/post", new FormUrlEncodedContent([new("text", "by form")])).Refused(403, "forbidden");
    }
}
