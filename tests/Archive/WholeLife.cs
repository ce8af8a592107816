using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Communities;
using OrleansMixi.Hosting;
using OrleansMixi.Media;
using OrleansMixi.Messages;

namespace OrleansMixi.Archive;

/// <summary>A member of whom every part of an archive has something to tell.</summary>
internal static class WholeLife
{
    private static readonly DateTimeOffset Today = new(TimeProvider.System.GetUtcNow().Date, TimeSpan.Zero);

    /// <summary>Lives it in a town, and answers the member with the archive.</summary>
    public static async Task<(HttpClient Hanako, byte[] Archive)> Live(TownProcess town, string handle)
    {
        var (hanako, _) = await RoundTripTests.Life(town, null, handle);
        var others = await ArchiveTowns.Members(town, handle + "-saburo", handle + "-shiro");
        var (saburo, shiro) = (others[0], others[1]);
        await Rooms.Befriend(hanako, saburo);
        await GrantPremium(town, handle);
        await Pictures(hanako);
        await Profile(hanako, handle);
        await Talks(hanako, saburo, shiro);
        await Community(hanako, saburo, handle);
        return (hanako, await hanako.Export());
    }

    /// <summary>Grants the same plan in every town, because an archive tells which plans there were.</summary>
    public static async Task GrantPremium(TownProcess town, string handle)
    {
        using var admin = town.Client(await town.Token("op", "read,post,admin"));
        await admin.PutAsJsonAsync($"api/admin/plans/{handle}", new { starts = Today, ends = Today.AddDays(30) }).Ok(HttpStatusCode.OK);
    }

    private static async Task Pictures(HttpClient hanako)
    {
        await hanako.Post("one picture", await Media(hanako, Pixels.Of(".jpg", 120, 90)));
        await hanako.Json(HttpMethod.Post, "api/posts", $$"""{"media":["{{(await hanako.Keep(Pixels.Of(".png", 60, 80))).Id()}}"]}""").Ok(HttpStatusCode.Created);
        var diary = (await hanako.Post("many", $$""","kind":"diary","title":"写真日記","audience":"friends"{{await Media(hanako, Pixels.FromTelephone(), Pixels.Moving(3), Pixels.Of(".webp", 90, 90))}}""")).Id();
        var first = (await hanako.GetFromJsonAsync<JsonElement>($"api/posts/{diary}")).GetProperty("pictures")[0].Id();
        await hanako.Json(HttpMethod.Patch, $"api/media/{first}", """{"alt":"夕方の\"海\""}""").Ok(HttpStatusCode.OK);
        await hanako.Json(HttpMethod.Post, "api/drafts", $$"""{"title":"あとで","text":"with a picture"{{await Media(hanako, Pixels.Of(".jpg", 66, 55))}}}""").Ok(HttpStatusCode.Created);
        await hanako.Post("a video", await Media(hanako, Videos.Mp4()));
        await hanako.Post("gone tomorrow", $",\"fleeting\":true{await Media(hanako, Pixels.Of(".jpg", 50, 40))}");

        var album = await (await hanako.Json(HttpMethod.Post, "api/albums", """{"title":"春","description":"さくら\nと川","audience":"friends"}""")).Content.ReadFromJsonAsync<JsonElement>();
        var kept = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            kept.Add((await hanako.Keep(Pixels.Of(".jpg", 100 + i, 70), $"number {i}")).Id());
        }

        await hanako.PostAsJsonAsync($"api/albums/{album.Id()}/pictures", new { media = kept }).Ok(HttpStatusCode.OK);
        await hanako.PutAsJsonAsync($"api/albums/{album.Id()}/pictures", new { media = new[] { kept[2], kept[0] } }).Ok(HttpStatusCode.OK);
        await hanako.Json(HttpMethod.Patch, $"api/albums/{album.Id()}", $$"""{"cover":"{{kept[1]}}"}""").Ok(HttpStatusCode.OK);
        await hanako.DeleteAsync($"api/albums/{album.Id()}/pictures/{kept[3]}").Ok(HttpStatusCode.NoContent);
        await hanako.Json(HttpMethod.Post, "api/albums", """{"title":"空","audience":"me"}""").Ok(HttpStatusCode.Created);
    }

    private static async Task Profile(HttpClient hanako, string handle)
    {
        await hanako.Json(HttpMethod.Post, "api/groups", """{"name":"家族"}""").Ok(HttpStatusCode.Created);
        await hanako.PutAsync($"api/groups/1/friends/{handle}-saburo", null).Ok(HttpStatusCode.NoContent);
        await hanako.Json(
            HttpMethod.Patch, "api/me/profile",
            """{"interests":{"value":["夜行列車","弁当"],"audience":"friends"},"birthday":{"value":"02-29","audience":"group:1"},"area":{"value":"港町"},"locked":true,"theme":"sakura","song":{"artist":"誰か","title":"夜汽車"}}""").Ok(HttpStatusCode.OK);
        await hanako.Json(HttpMethod.Patch, "api/me/privacy", """{"messagesFrom":"everyone","footprints":false,"announce":false}""").Ok(HttpStatusCode.OK);
        await hanako.Json(HttpMethod.Put, "api/notifications/switches", """{"off":["reaction","friend-request"]}""").Ok(HttpStatusCode.NoContent);
        await hanako.Json(HttpMethod.Put, "api/me/blogs", """{"url":"http://127.0.0.1:1/feed","audience":"friends"}""").Ok(HttpStatusCode.OK);
        foreach (var mute in new[]
        {
            """{"kind":"word","value":"ネタバレ","scope":"home"}""", """{"kind":"language","value":"pt-BR","until":"2999-01-01T00:00:00Z"}""", """{"kind":"topic","value":"news:international"}""",
            $$"""{"kind":"member","value":"{{handle}}-shiro"}""",
        })
        {
            await hanako.Json(HttpMethod.Post, "api/mutes", mute).Ok(HttpStatusCode.Created);
        }
    }

    private static async Task Talks(HttpClient hanako, HttpClient saburo, HttpClient shiro)
    {
        var (she, he) = (await SharedTown.Handle(hanako), await SharedTown.Handle(saburo));
        var pair = await hanako.Open(saburo);
        await hanako.Said(pair, "おはよう\n\"元気?\"");
        await saburo.Said(pair, "saburo's own words");
        var taken = await hanako.Said(pair, "never said");
        await hanako.DeleteAsync($"api/messages/{pair}/messages/{taken}").Ok(HttpStatusCode.NoContent);
        await saburo.Json(HttpMethod.Post, $"api/messages/{pair}/messages", """{"stamp":"tea"}""").Ok(HttpStatusCode.Created);
        var group = await saburo.Found("旅行", hanako);
        await saburo.Said(group, "where to?");
        await Rooms.Befriend(saburo, shiro);
        await saburo.PutAsync($"api/messages/{group}/members/{await SharedTown.Handle(shiro)}", null).Ok(HttpStatusCode.NoContent);

        await saburo.Json(HttpMethod.Put, $"api/members/{she}/introduction", """{"text":"弁当の人です"}""").Ok(HttpStatusCode.NoContent);
        await hanako.PutAsync($"api/me/introductions/{he}", null).Ok(HttpStatusCode.NoContent);
        await hanako.Json(HttpMethod.Put, $"api/members/{he}/introduction", """{"text":"釣りの人です"}""").Ok(HttpStatusCode.NoContent);
        var hidden = (await saburo.Post("hidden from hanako")).Id();
        await hanako.PutAsync($"api/posts/{hidden}/hidden", null).Ok(HttpStatusCode.NoContent);
        await hanako.PutAsync($"api/friends/{await SharedTown.Handle(shiro)}?message={Uri.EscapeDataString("はじめまして")}", null).Ok(HttpStatusCode.Accepted);
    }

    private static async Task Community(HttpClient hanako, HttpClient saburo, string handle)
    {
        var slug = handle + "-d";
        var day = TimeProvider.System.GetUtcNow().AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await hanako.Json(HttpMethod.Post, "api/communities", $$"""{"slug":"{{slug}}","title":"夜行列車"}""").Ok(HttpStatusCode.Created);
        await saburo.Join(slug).Ok(HttpStatusCode.NoContent);
        await hanako.Post("a picture for the community", $",\"topic\":\"community:{slug}\"{await Media(hanako, Pixels.Of(".jpg", 44, 33))}");
        var there = await saburo.Send($"{slug}/events", $$"""{"title":"乗り鉄","text":"集合","starts":"{{day}}T10:00","zone":"Asia/Tokyo","place":"駅","places":5}""").Made();
        await hanako.Put($"{slug}/events/{there.GetProperty("post").Id()}/participants/me").Ok(HttpStatusCode.NoContent);
        await hanako.Send($"{slug}/events", $$"""{"title":"忘年会","text":"飲みます","starts":"{{day}}T19:00","zone":"Asia/Tokyo"}""").Made();
        var poll = await hanako.Send($"{slug}/polls", $$"""{"question":"どこへ?","options":["山","海"],"ends":"{{day}}T00:00:00Z"}""").Made();
        await hanako.Put($"{slug}/polls/{poll.GetProperty("post").Id()}/vote", """{"option":2}""").Ok(HttpStatusCode.OK);
    }

    private static async Task<string> Media(HttpClient client, params byte[][] files)
    {
        var ids = new List<string>();
        foreach (var file in files)
        {
            ids.Add((await client.Keep(file)).Id());
        }

        return $",\"media\":{JsonSerializer.Serialize(ids)}";
    }
}
