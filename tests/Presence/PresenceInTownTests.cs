using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using OrleansMixi.Live;
using OrleansMixi.Messages;

namespace OrleansMixi.Presence;

/// <summary>Presence over the API, on a host whose stretches of time are short.</summary>
public sealed class PresenceInTownTests : IAsyncLifetime
{
    private readonly TempDatabase _database = new();
    private TownProcess _town = null!;

    public async ValueTask InitializeAsync() =>
        _town = await TownProcess.Start(_database.ConnectionString, "Production", ("Mixi__Presence__Slot", "00:00:02"), ("Mixi__Presence__Believed", "00:00:00"));

    public async ValueTask DisposeAsync()
    {
        await _town.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public async Task Friends_see_roughly_who_is_here_unless_that_is_hidden()
    {
        var members = await _town.Members(await _town.Token("op", "read,post,admin"), "ume", "sakura");
        var (ume, sakura) = (members[0], members[1]);
        await Talk.Befriend(ume, sakura);
        await using (await EventStream.Open(ume, "home"))
        {
            // An open live connection is activity, without any further request.
            await Eventually.Holds(async () => await Active(sakura, "ume") == "now");
            await Eventually.Holds(async () => (await sakura.GetStringAsync("friends")).Contains("active now", StringComparison.Ordinal));
        }

        await Eventually.Holds(async () => await Active(sakura, "ume") == "today");
        Assert.Equal("today", (await sakura.GetFromJsonAsync<JsonElement>("api/presence")).EnumerateArray().Single().GetProperty("active").GetString());
        await ume.Json(HttpMethod.Patch, "api/me/privacy", """{"presence":false}""").Ok(HttpStatusCode.OK);
        Assert.Null(await Active(sakura, "ume"));
        Assert.Null(await Active(ume, "sakura"));
        Assert.Empty((await ume.GetFromJsonAsync<JsonElement>("api/presence")).EnumerateArray());
        await _town.Client().GetAsync("api/presence/sakura").Refused(401, "unauthenticated");
        await sakura.GetAsync("api/presence/nobody").Refused(404, "not-found");
    }

    private static async Task<string?> Active(HttpClient viewer, string handle) =>
        (await viewer.GetFromJsonAsync<JsonElement>($"api/presence/{handle}")).GetProperty("active").GetString();
}
