using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;

namespace OrleansMixi.Accounts;

/// <summary>The other two ways of becoming a member, each on a host of its own.</summary>
public sealed class SignUpModeTests
{
    [Fact]
    public async Task Where_sign_up_is_open_everybody_comes_in_without_an_invitation()
    {
        using var database = new TempDatabase();
        await using var town = await TownProcess.Start(database.ConnectionString, "Production", [.. AccountTown.Quick, ("Mixi__Accounts__SignUp", "Open")]);
        using var visitor = new Visitor(town.Address);
        Assert.DoesNotContain("name=\"invitation\"", await visitor.Read("/sign-up"), StringComparison.Ordinal);
        Assert.Equal("/", await visitor.Send("/sign-up", "/account/sign-up", ("handle", "mio"), ("nickname", "Mio"), ("password", Newcomer.Password)));
        Assert.Contains("@mio", await visitor.Read("/account"), StringComparison.Ordinal);

        using var late = new Visitor(town.Address);
        Assert.Contains("error=taken", await late.Send("/sign-up", "/account/sign-up", ("handle", "Mio"), ("nickname", "Mio"), ("password", Newcomer.Password)), StringComparison.Ordinal);
        Assert.Contains("error=password", await late.Send("/sign-up", "/account/sign-up", ("handle", "mia"), ("nickname", "Mia"), ("password", "short")), StringComparison.Ordinal);
        using var client = town.Client();
        await client.PostAsJsonAsync("api/accounts", new { handle = "eve", password = Newcomer.Password, invitation = "made-up" }).Refused(400, "invalid");
    }

    [Fact]
    public async Task Where_administrators_decide_newcomers_wait_until_one_lets_them_in_or_turns_them_away()
    {
        using var database = new TempDatabase();
        await using var town = await TownProcess.Start(database.ConnectionString, "Production", [.. AccountTown.Quick, ("Mixi__Accounts__SignUp", "Approval")]);
        using var admin = town.Client(await town.Token("op", "read,post,admin"));
        using var mio = new Visitor(town.Address);
        Assert.Equal("/sign-in?notice=applied", await mio.Send(
            "/sign-up", "/account/sign-up", ("handle", "mio"), ("nickname", "Mio"), ("password", Newcomer.Password), ("message", "I bake bread")));
        Assert.Contains("error=waiting", await mio.SignIn("mio"), StringComparison.Ordinal);
        Assert.Contains("error=wrong", await mio.SignIn("mio", "another password"), StringComparison.Ordinal);

        using var stranger = town.Client();
        await stranger.PostAsJsonAsync("api/accounts", new { handle = "mio", password = Newcomer.Password }).Refused(409, "handle-taken");
        await stranger.PostAsJsonAsync("api/accounts", new { handle = "eve", password = Newcomer.Password, message = "spam" }).Ok(HttpStatusCode.Accepted);
        await stranger.GetAsync("api/admin/applications").Refused(401, "unauthenticated");

        var waiting = (await admin.GetFromJsonAsync<JsonElement>("api/admin/applications")).EnumerateArray().ToList();
        Assert.Equal(["mio", "eve"], waiting.Select(one => one.GetProperty("handle").GetString()!));
        Assert.Equal("I bake bread", waiting[0].GetProperty("message").GetString());
        var (first, second) = (waiting[0].GetProperty("number").GetInt32(), waiting[1].GetProperty("number").GetInt32());
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => admin.PostAsync($"api/admin/applications/{first}/approve", null).Ok(HttpStatusCode.NoContent)));
        await admin.PostAsync($"api/admin/applications/{second}/decline", null).Ok(HttpStatusCode.NoContent);
        Assert.Empty((await admin.GetFromJsonAsync<JsonElement>("api/admin/applications")).EnumerateArray());

        Assert.Equal("/", await mio.SignIn("mio"));
        using var eve = new Visitor(town.Address);
        Assert.Contains("error=wrong", await eve.SignIn("eve"), StringComparison.Ordinal);
    }
}
