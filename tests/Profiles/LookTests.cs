using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using OrleansMixi.Media;

namespace OrleansMixi.Profiles;

[Collection<TownCollection>]
public sealed class LookTests(SharedTown shared)
{
    [Fact]
    public async Task A_header_picture_is_for_everybody_as_long_as_Premium_lasts_and_goes_when_it_is_removed()
    {
        using var hanako = await shared.Member();
        using var stranger = shared.Town.Client();
        var first = (await hanako.Keep(Pixels.Of(".jpg", 800, 200))).Id();
        await Edit(hanako, $$"""{"header":"{{first}}"}""").Refused(403, "forbidden");
        using var admin = await Premium(hanako);
        await Edit(hanako, """{"header":"12345"}""").Refused(400, "invalid");
        await Edit(hanako, $$"""{"header":"{{first}}"}""").Ok(HttpStatusCode.OK);
        Assert.Equal(first, (await Profile(hanako)).Text("header"));
        Assert.Equal(HttpStatusCode.OK, await stranger.Status($"/media/{first}"));

        var second = (await hanako.Keep(Pixels.Of(".jpg", 600, 200))).Id();
        await Edit(hanako, $$"""{"header":"{{second}}"}""").Ok(HttpStatusCode.OK);
        await Eventually.Holds(async () => await stranger.Status($"/media/{first}") == HttpStatusCode.NotFound);
        await admin.DeleteAsync($"api/admin/plans/{await SharedTown.Handle(hanako)}").Ok(HttpStatusCode.NoContent);
        Assert.Equal(JsonValueKind.Null, (await Profile(hanako)).GetProperty("header").ValueKind);
        await Edit(hanako, """{"header":""}""").Ok(HttpStatusCode.OK);
        await Eventually.Holds(async () => await hanako.Used() == 0);
    }

    [Fact]
    public async Task A_song_is_named_with_a_link_that_is_safe_or_without_one()
    {
        using var hanako = await shared.Member();
        await Edit(hanako, """{"song":{"artist":"","title":"Hum"}}""").Refused(403, "forbidden");
        using var admin = await Premium(hanako);
        foreach (var link in new[] { "http://music.example/1", "javascript:alert(1)", "music.example" })
        {
            await Edit(hanako, JsonSerializer.Serialize(new { song = new { artist = "Band", title = "Song", link } })).Refused(400, "invalid");
        }

        await Edit(hanako, """{"song":{"artist":" バンド ","title":"夜明け","link":"https://music.example/1"}}""").Ok(HttpStatusCode.OK);
        var song = (await Profile(hanako)).GetProperty("song");
        Assert.Equal(("バンド", "夜明け", "https://music.example/1"), (song.Text("artist"), song.Text("title"), song.Text("link")));
        await Edit(hanako, """{"song":{"artist":"","title":""}}""").Ok(HttpStatusCode.OK);
        Assert.Equal(JsonValueKind.Null, (await Profile(hanako)).GetProperty("song").ValueKind);
    }

    private static Task<HttpResponseMessage> Edit(HttpClient client, string json) => client.Json(HttpMethod.Patch, "api/me/profile", json);

    private static async Task<JsonElement> Profile(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>($"api/members/{await SharedTown.Handle(client)}")).GetProperty("profile");

    private async Task<HttpClient> Premium(HttpClient member)
    {
        var admin = shared.Town.Client(shared.Admin);
        var ends = TimeProvider.System.GetUtcNow().AddDays(1).ToString("O");
        await admin.Json(HttpMethod.Put, $"api/admin/plans/{await SharedTown.Handle(member)}", $$"""{"plan":"premium","ends":"{{ends}}"}""").Ok(HttpStatusCode.OK);
        return admin;
    }
}
