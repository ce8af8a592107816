using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using OrleansMixi.Media;

namespace OrleansMixi.Diaries;

[Collection<TownCollection>]
public sealed class DiaryPictureTests(SharedTown shared)
{
    [Fact]
    public async Task A_draft_keeps_its_pictures_and_is_posted_with_them()
    {
        using var taro = await shared.Member();
        using var stranger = shared.Town.Client();
        var ids = new[] { (await taro.Keep(Pixels.Of(".jpg"), "a wall")).Id(), (await taro.Keep(Pixels.Of(".png"))).Id() };
        var draft = await Read(await taro.Json(HttpMethod.Post, "api/drafts", Draft("Sunday", [ids[1], ids[0]])));
        Assert.Equal([ids[1], ids[0]], Pictures(draft));
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Status($"/media/{ids[0]}"));
        Assert.Equal(HttpStatusCode.OK, await taro.Status($"/media/{ids[0]}"));

        await taro.Json(HttpMethod.Patch, $"api/media/{ids[1]}", """{"alt":"a door"}""").Ok(HttpStatusCode.OK);
        var posted = await Read(await taro.PostAsync("api/drafts/1/post", null));
        Assert.Equal([ids[1], ids[0]], Pictures(posted));
        Assert.Equal(["a door", "a wall"], posted.GetProperty("pictures").EnumerateArray().Select(picture => picture.Text("alt")));
        Assert.Equal(HttpStatusCode.OK, await stranger.Status($"/media/{ids[0]}"));
        Assert.Empty((await taro.GetFromJsonAsync<JsonElement>("api/drafts")).EnumerateArray());
    }

    [Fact]
    public async Task A_draft_that_is_posted_by_itself_brings_its_pictures()
    {
        using var taro = await shared.Member();
        var id = (await taro.Keep(Pixels.Of(".jpg"))).Id();
        var at = TimeProvider.System.GetUtcNow().AddSeconds(2).ToString("O");
        await taro.Json(HttpMethod.Post, "api/drafts", $$"""{"text":"with a picture","publishAt":"{{at}}","media":["{{id}}"]}""").Ok(HttpStatusCode.Created);
        await taro.Shows("with a picture");
        Assert.Equal([id], Pictures((await taro.GetFromJsonAsync<JsonElement>("api/timeline")).GetProperty("items")[0].GetProperty("post")));
    }

    [Fact]
    public async Task A_picture_that_a_draft_lets_go_of_is_free_and_a_deleted_draft_takes_its_pictures_along()
    {
        using var taro = await shared.Member();
        var ids = new[] { (await taro.Keep(Pixels.Of(".jpg"))).Id(), (await taro.Keep(Pixels.Of(".jpg"))).Id() };
        await taro.Json(HttpMethod.Post, "api/drafts", Draft("x", ids)).Ok(HttpStatusCode.Created);
        await taro.Json(HttpMethod.Put, "api/drafts/1", Draft("x", [ids[1]])).Ok(HttpStatusCode.OK);
        await taro.Post("free", $$""","media":["{{ids[0]}}"]""");
        await taro.Json(HttpMethod.Put, "api/drafts/1", Draft("x", ids)).Refused(400, "invalid");
        var used = await taro.Used();
        await taro.DeleteAsync("api/drafts/1").Ok(HttpStatusCode.NoContent);
        await Eventually.Holds(async () => await taro.Used() < used);
        Assert.Equal(HttpStatusCode.NotFound, await taro.Status($"/media/{ids[1]}"));
    }

    [Fact]
    public async Task Pictures_of_a_draft_are_bounded_and_ones_own()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        var id = (await taro.Keep(Pixels.Of(".jpg"))).Id();
        await hanako.Json(HttpMethod.Post, "api/drafts", Draft("x", [id])).Refused(400, "invalid");
        await taro.Json(HttpMethod.Post, "api/drafts", Draft("x", [id, id])).Refused(400, "invalid");
        await taro.Json(HttpMethod.Post, "api/drafts", Draft("x", [.. Enumerable.Range(1, 11).Select(number => $"{number}")])).Refused(400, "invalid");
        Assert.Empty((await taro.GetFromJsonAsync<JsonElement>("api/drafts")).EnumerateArray());
    }

    [Fact]
    public async Task An_edit_adds_orders_and_removes_the_pictures_of_an_entry()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        var ids = new[] { (await taro.Keep(Pixels.Of(".jpg"))).Id(), (await taro.Keep(Pixels.Of(".jpg"))).Id(), (await taro.Keep(Pixels.Of(".jpg"))).Id() };
        var post = (await Read(await taro.Json(HttpMethod.Post, "api/posts", $$"""{"kind":"diary","text":"x","media":["{{ids[0]}}","{{ids[1]}}"]}"""))).Id();
        var edited = await Read(await taro.Json(HttpMethod.Patch, $"api/posts/{post}", $$"""{"media":["{{ids[2]}}","{{ids[1]}}"]}"""));
        Assert.Equal([ids[2], ids[1]], Pictures(edited));
        Assert.Equal(HttpStatusCode.OK, await hanako.Status($"/media/{ids[2]}"));
        Assert.Equal(HttpStatusCode.NotFound, await hanako.Status($"/media/{ids[0]}"));

        await taro.Json(HttpMethod.Patch, $"api/posts/{post}", """{"text":"y"}""").Ok(HttpStatusCode.OK);
        Assert.Equal([ids[2], ids[1]], Pictures(await hanako.GetFromJsonAsync<JsonElement>($"api/posts/{post}")));
        await hanako.Json(HttpMethod.Patch, $"api/posts/{post}", """{"media":[]}""").Refused(403, "forbidden");
        await taro.Json(HttpMethod.Patch, $"api/posts/{post}", """{"media":[]}""").Ok(HttpStatusCode.OK);
        Assert.False((await hanako.GetFromJsonAsync<JsonElement>($"api/posts/{post}")).TryGetProperty("pictures", out _));
        await Eventually.Holds(async () => await taro.Used() == 0);
    }

    private static string Draft(string text, IReadOnlyList<string> media) => JsonSerializer.Serialize(new { text, media });

    private static IEnumerable<string> Pictures(JsonElement shown) => shown.GetProperty("pictures").EnumerateArray().Select(picture => picture.Id());

    private static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
