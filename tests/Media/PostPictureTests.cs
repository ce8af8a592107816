using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;

namespace OrleansMixi.Media;

[Collection(nameof(TownCollection))]
public sealed class PostPictureTests(SharedTown shared)
{
    [Fact]
    public async Task A_post_shows_its_pictures_everywhere_it_is_shown()
    {
        using var taro = await shared.Member();
        using var stranger = shared.Town.Client();
        var kept = await taro.Keep(Pixels.Of(".jpg", 800, 600), "a grey wall");
        var post = await taro.Post("look", $$""","media":["{{kept.Id()}}"]""");
        var timeline = (await taro.GetFromJsonAsync<JsonElement>("api/timeline")).GetProperty("items")[0].GetProperty("post");
        var feed = (await stranger.GetFromJsonAsync<JsonElement>($"api/feeds/user:{await SharedTown.Handle(taro)}")).GetProperty("items")[0].GetProperty("post");
        foreach (var shown in new[] { post, timeline, feed, await stranger.GetFromJsonAsync<JsonElement>($"api/posts/{post.Id()}") })
        {
            var picture = Assert.Single(shown.GetProperty("pictures").EnumerateArray());
            Assert.Equal((kept.Id(), 800, 600, "a grey wall"), (picture.Id(), picture.GetProperty("width").GetInt32(), picture.GetProperty("height").GetInt32(), picture.Text("alt")));
            Assert.Equal(HttpStatusCode.OK, await stranger.Status(picture.Text("url")));
            Assert.Equal(HttpStatusCode.OK, await stranger.Status(picture.Text("small")));
        }
    }

    [Fact]
    public async Task A_picture_alone_is_a_post_and_a_diary_has_ten_in_order()
    {
        using var taro = await shared.Member();
        var ids = new List<string>();
        for (var i = 0; i < 11; i++)
        {
            ids.Add((await taro.Keep(Pixels.Of(".png", 40, 30))).Id());
        }

        ids.Reverse();
        await taro.Json(HttpMethod.Post, "api/posts", Draft("diary", ids)).Refused(400, "invalid");
        await taro.Json(HttpMethod.Post, "api/posts", Draft("voice", ids[..2])).Refused(400, "invalid");
        var diary = await Read(await taro.Json(HttpMethod.Post, "api/posts", Draft("diary", ids[..10])));
        Assert.Equal(ids[..10], diary.GetProperty("pictures").EnumerateArray().Select(picture => picture.Id()));
        await taro.Json(HttpMethod.Post, "api/posts", Draft("voice", [ids[10], ids[10]])).Refused(400, "invalid");
        Assert.Single((await Read(await taro.Json(HttpMethod.Post, "api/posts", Draft("voice", [ids[10]])))).GetProperty("pictures").EnumerateArray());
    }

    [Fact]
    public async Task Only_own_unused_pictures_go_into_a_post()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        var kept = (await taro.Keep(Pixels.Of(".jpg"))).Id();
        var draft = Draft("voice", [kept]);
        await hanako.Json(HttpMethod.Post, "api/posts", draft).Refused(400, "invalid");
        await taro.Json(HttpMethod.Post, "api/posts", Draft("voice", ["12345"])).Refused(400, "invalid");
        await taro.Json(HttpMethod.Post, "api/posts", Draft("voice", ["x"])).Refused(400, "invalid");
        await taro.Post("once", $$""","media":["{{kept}}"]""", "key-p");
        Assert.Equal(HttpStatusCode.Created, (await taro.Json(HttpMethod.Post, "api/posts", $$"""{"text":"once","media":["{{kept}}"]}""", "key-p")).StatusCode);
        await taro.Json(HttpMethod.Post, "api/posts", draft).Refused(409, "conflict");
        await taro.DeleteAsync($"api/media/{kept}").Refused(409, "conflict");
        Assert.Equal(["once"], await taro.Texts("api/timeline"));
    }

    [Fact]
    public async Task Of_many_posts_that_want_one_picture_at_once_one_gets_it()
    {
        using var taro = await shared.Member();
        var kept = (await taro.Keep(Pixels.Of(".jpg"))).Id();
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => taro.Json(HttpMethod.Post, "api/posts", $$"""{"text":"n{{number}}","media":["{{kept}}"]}""")));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.Equal(99, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        Assert.Single(await taro.Texts("api/timeline"));
    }

    [Fact]
    public async Task A_refused_post_leaves_its_picture_free()
    {
        using var taro = await shared.Member();
        var kept = (await taro.Keep(Pixels.Of(".jpg"))).Id();
        await taro.Json(HttpMethod.Post, "api/posts", $$"""{"text":"x","topic":"user:op","media":["{{kept}}"]}""").Refused(403, "forbidden");
        await taro.Post("mine", $$""","media":["{{kept}}"]""");
    }

    [Fact]
    public async Task A_picture_is_seen_by_those_who_see_its_post_and_by_nobody_else()
    {
        using var taro = await shared.Member();
        using var friend = await shared.Member();
        using var other = await shared.Member();
        using var stranger = shared.Town.Client();
        await Befriend(taro, friend);
        var kept = await taro.Keep(Pixels.Of(".jpg"));
        var post = await taro.Post("for friends", $$""","audience":"friends","media":["{{kept.Id()}}"]""");
        Assert.Equal(HttpStatusCode.OK, await friend.Status(kept.Text("url")));
        await Unseen(kept, other, stranger);

        await taro.Json(HttpMethod.Patch, $"api/posts/{post.Id()}", """{"audience":"me"}""").Ok(HttpStatusCode.OK);
        await Unseen(kept, friend, other, stranger);
        await taro.Json(HttpMethod.Patch, $"api/posts/{post.Id()}", """{"audience":"everyone"}""").Ok(HttpStatusCode.OK);
        var open = await stranger.GetAsync(kept.Text("url").TrimStart('/'));
        Assert.True(open.Headers.CacheControl!.Public);

        await taro.DeleteAsync($"api/posts/{post.Id()}").Ok(HttpStatusCode.NoContent);
        await Unseen(kept, taro, friend, other, stranger);
        await Eventually.Holds(async () => await taro.Used() == 0);
    }

    [Fact]
    public async Task An_edit_keeps_the_pictures_and_their_descriptions_can_be_mended()
    {
        using var taro = await shared.Member();
        var kept = (await taro.Keep(Pixels.Of(".jpg"))).Id();
        var post = await taro.Post("look", $$""","media":["{{kept}}"]""");
        var edited = await Read(await taro.Json(HttpMethod.Patch, $"api/posts/{post.Id()}", """{"text":"look here"}"""));
        Assert.Single(edited.GetProperty("pictures").EnumerateArray());
        await taro.Json(HttpMethod.Patch, $"api/media/{kept}", """{"alt":"a wall, half in light"}""").Ok(HttpStatusCode.OK);
        var shown = await taro.GetFromJsonAsync<JsonElement>($"api/posts/{post.Id()}");
        Assert.Equal(("look here", "a wall, half in light"), (shown.Text("text"), shown.GetProperty("pictures")[0].Text("alt")));
    }

    private static string Draft(string kind, IReadOnlyList<string> ids) => JsonSerializer.Serialize(new { text = "", kind, media = ids });

    private static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task Unseen(JsonElement kept, params HttpClient[] viewers)
    {
        foreach (var viewer in viewers)
        {
            await viewer.GetAsync(kept.Text("url").TrimStart('/')).Refused(404, "not-found");
            await viewer.GetAsync(kept.Text("small").TrimStart('/')).Refused(404, "not-found");
            await viewer.GetAsync($"api/media/{kept.Id()}").Refused(404, "not-found");
        }
    }

    internal static async Task Befriend(HttpClient one, HttpClient other)
    {
        (await one.PutAsync($"api/friends/{await SharedTown.Handle(other)}", null)).EnsureSuccessStatusCode();
        (await other.PutAsync($"api/friends/{await SharedTown.Handle(one)}", null)).EnsureSuccessStatusCode();
    }
}
