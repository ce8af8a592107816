using System.Net;
using System.Net.Http.Json;
using OrleansMixi.Api;
using OrleansMixi.Communities;
using OrleansMixi.Hosting;
using OrleansMixi.Live;

namespace OrleansMixi.Accounts;

[Collection(nameof(AccountCollection))]
public sealed class LeavingTests(AccountTown town)
{
    [Fact]
    public async Task Who_leaves_is_gone_with_everything_and_the_handle_is_never_given_again()
    {
        var inviter = await town.Newcomer();
        var mio = await town.Newcomer(inviter.Client);
        var post = await mio.Client.Post("my diary");
        await mio.Client.PostAsJsonAsync("api/posts", Enumerable.Range(0, 50).Select(number => new { text = $"n{number}" }));
        await inviter.Client.PutAsync($"api/follows/user:{mio.Handle}", null);
        using var browser = new Visitor(town.Town.Address);
        await browser.SignIn(mio.Handle);
        await using var stream = await EventStream.Open(mio.Client, "home");

        await mio.Client.Json(HttpMethod.Delete, "api/me", """{"password":"wrong wrong"}""").Refused(400, "invalid");
        await mio.Client.Json(HttpMethod.Delete, "api/me", $$"""{"password":"{{Newcomer.Password}}"}""").Ok(HttpStatusCode.NoContent);

        // At once: no name, no post, no way in.
        using var stranger = town.Town.Client();
        await stranger.GetAsync($"api/members/{mio.Handle}").Refused(404, "not-found");
        await stranger.GetAsync($"api/posts/{post.Id()}").Refused(404, "not-found");
        await mio.Client.GetAsync("api/me").Refused(401, "unauthenticated");
        await stream.Ended.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Found, (await browser.Get("/account")).StatusCode);
        Assert.Contains("error=wrong", await browser.SignIn(mio.Handle), StringComparison.Ordinal);

        // And soon in the tables too.
        await inviter.Client.Shows();
        await Eventually.Holds(async () => !(await inviter.Client.GetStringAsync("api/follows")).Contains(mio.Handle, StringComparison.Ordinal));
        await stranger.PostAsJsonAsync("api/accounts", new { handle = mio.Handle, password = Newcomer.Password, invitation = await AccountTown.Invitation(town.Admin) })
            .Refused(409, "handle-taken");
    }

    [Fact]
    public async Task Leaving_in_the_browser_needs_the_password_and_ends_on_the_front_page()
    {
        var mio = await town.Newcomer();
        using var browser = new Visitor(town.Town.Address);
        await browser.SignIn(mio.Handle);
        Assert.Equal("/account/delete?notice=leave-password", await browser.Send("/account/delete", "/actions/accounts/leave", ("password", "wrong wrong"), ("sure", "yes")));
        Assert.Equal("/?notice=left", await browser.Send("/account/delete", "/actions/accounts/leave", ("password", Newcomer.Password), ("sure", "yes")));
        Assert.Equal(HttpStatusCode.Found, (await browser.Get("/account")).StatusCode);
    }

    [Fact]
    public async Task A_host_that_dies_while_somebody_leaves_goes_on_when_it_is_back()
    {
        using var database = new TempDatabase();
        await using var host = await TownProcess.Start(database.ConnectionString, "Production", [.. AccountTown.Quick, ("Mixi__Leaving__Lease", "00:00:01"), ("Mixi__Leaving__Look", "00:00:00.2")]);
        var admin = await host.Token("op", "read,post,admin");
        var members = await host.Members(admin, "mio", "taro");
        await members[1].PutAsync("api/follows/user:mio", null).Ok(HttpStatusCode.NoContent);
        for (var turn = 0; turn < 4; turn++)
        {
            await members[0].PostAsJsonAsync("api/posts", Enumerable.Range(0, 500).Select(number => new { text = $"n{number}" }));
        }

        await members[0].Json(HttpMethod.Delete, "api/me", "{}").Ok(HttpStatusCode.NoContent);
        await host.Kill();
        await host.Start();
        await Eventually.Holds(async () => await Left(database) == 0);
        Assert.Empty(await members[1].Texts("api/timeline"));
    }

    [Fact]
    public async Task No_table_knows_who_left_and_what_was_counted_is_counted_down()
    {
        using var database = new TempDatabase();
        await using var host = await TownProcess.Start(database.ConnectionString, "Production", [.. AccountTown.Quick, ("Mixi__Leaving__Look", "00:00:00.2"), ("Mixi__Leaving__PersonaSpread", "00:00:00")]);
        var admin = await host.Token("op", "read,post,admin");
        var members = await host.Members(admin, "mio", "taro");
        var (mio, taro) = (members[0], members[1]);
        await mio.PutAsync("api/friends/taro", null).Ok(HttpStatusCode.Accepted);
        await taro.PutAsync("api/friends/mio", null).Ok(HttpStatusCode.NoContent);
        var post = (await taro.Post("tea")).Id();
        await mio.PutAsync($"api/posts/{post}/reactions/iine", null).Ok(HttpStatusCode.NoContent);
        await mio.Post("lovely", $",\"replyTo\":\"{post}\"");
        var slug = await taro.Found();
        var secret = await taro.Found();
        await mio.Put($"{secret}/persona", """{"nickname":"Nobody"}""").Ok(HttpStatusCode.OK);
        await mio.Join(secret).Ok(HttpStatusCode.NoContent);
        await mio.Post("guess who", $",\"topic\":\"community:{secret}\"");
        await mio.Join(slug).Ok(HttpStatusCode.NoContent);
        var day = TimeProvider.System.GetUtcNow().AddDays(10);
        var party = (await taro.Send($"{slug}/events", $$"""{"title":"party","text":"yes","starts":"{{day:yyyy-MM-dd}}T12:00","zone":"UTC"}""").Made()).GetProperty("post").Id();
        await mio.Put($"{slug}/events/{party}/participants/me").Ok(HttpStatusCode.NoContent);
        await mio.Json(HttpMethod.Post, "api/mutes", """{"kind":"word","value":"rain"}""").Ok(HttpStatusCode.Created);
        await mio.Json(HttpMethod.Post, "api/drafts", """{"title":"x","text":"y"}""").Ok(HttpStatusCode.Created);
        await mio.Json(HttpMethod.Put, "api/members/taro/introduction", """{"text":"kind"}""").Ok(HttpStatusCode.NoContent);
        await mio.GetAsync("api/members/taro").Ok(HttpStatusCode.OK);

        await mio.Json(HttpMethod.Delete, "api/me", "{}").Ok(HttpStatusCode.NoContent);
        await using var rows = new LeftRows(database.ConnectionString);
        await Eventually.Holds(rows.AllLeft);
        Assert.Equal([], await rows.Naming("mio"));
        Assert.Equal([], await rows.Holding("guess who", "lovely", "kind", "Nobody"));
        await Eventually.Holds(async () => !(await taro.GetStringAsync($"api/posts/{post}")).Contains("iine", StringComparison.Ordinal));
        Assert.Contains("\"joined\":0", await taro.GetStringAsync($"api/communities/{slug}/events/{party}"), StringComparison.Ordinal);
    }

    private static async Task<long> Left(TempDatabase database)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new Microsoft.Data.Sqlite.SqliteCommand(
            "select (select count(*) from activities where kind = 1 and deleted <> 1) + (select count(*) from edges) + (select count(*) from leavings where done = 0)", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
