using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using OrleansMixi.Media;

namespace OrleansMixi.Albums;

[Collection(nameof(TownCollection))]
public sealed class AlbumTests(SharedTown shared)
{
    [Fact]
    public async Task An_album_keeps_its_pictures_in_order_under_a_cover()
    {
        using var taro = await shared.Member();
        var album = await Make(taro, """{"title":" Spring ","description":"walks","audience":"everyone"}""");
        Assert.Equal(("Spring", "walks", "everyone", 0), (album.Text("title"), album.Text("description"), album.Text("audience"), album.GetProperty("count").GetInt32()));
        var ids = await Pictures(taro, 3);
        var filled = await Add(taro, album, ids);
        Assert.Equal(3, filled.GetProperty("count").GetInt32());
        var turned = await Read(await taro.PutAsJsonAsync($"api/albums/{album.Id()}/pictures", new { media = new[] { ids[2], ids[0] } }));
        Assert.Equal([ids[2], ids[0], ids[1]], Ids(turned));
        Assert.Equal($"/media/{ids[2]}/small", turned.Text("cover"));
        var covered = await Read(await taro.Json(HttpMethod.Patch, $"api/albums/{album.Id()}", $$"""{"cover":"{{ids[1]}}","title":"Late spring"}"""));
        Assert.Equal(($"/media/{ids[1]}/small", "Late spring", "walks"), (covered.Text("cover"), covered.Text("title"), covered.Text("description")));

        await taro.DeleteAsync($"api/albums/{album.Id()}/pictures/{ids[1]}").Ok(HttpStatusCode.NoContent);
        var left = await taro.GetFromJsonAsync<JsonElement>($"api/albums/{album.Id()}");
        Assert.Equal([ids[2], ids[0]], Ids(left));
        Assert.Equal($"/media/{ids[2]}/small", left.Text("cover"));
        Assert.Equal(HttpStatusCode.NotFound, await taro.Status($"/media/{ids[1]}"));
        using var stranger = shared.Town.Client();
        var listed = Assert.Single((await stranger.GetFromJsonAsync<JsonElement>($"api/members/{await SharedTown.Handle(taro)}/albums")).EnumerateArray());
        Assert.Equal(("Late spring", $"/media/{ids[2]}/small"), (listed.Text("title"), listed.Text("cover")));
    }

    [Fact]
    public async Task New_pictures_are_told_of_once_in_a_while_and_not_for_each()
    {
        using var taro = await shared.Member();
        using var fan = await shared.Member();
        await fan.PutAsync($"api/follows/user:{await SharedTown.Handle(taro)}", null).Ok(HttpStatusCode.NoContent);
        var album = await Make(taro, """{"title":"Spring","description":"walks","audience":"everyone"}""");
        var ids = await Pictures(taro, 6);
        await Task.WhenAll(ids[..5].Select(id => Add(taro, album, [id])));
        await Add(taro, album, [ids[5]]);
        await fan.Shows("walks");
        var post = (await fan.GetFromJsonAsync<JsonElement>("api/timeline")).GetProperty("items")[0].GetProperty("post");
        Assert.Equal(("album", "Spring", album.Id()), (post.Text("kind"), post.Text("title"), post.Text("album")));
        var picture = Assert.Single(post.GetProperty("pictures").EnumerateArray());
        Assert.Equal(HttpStatusCode.OK, await fan.Status(picture.Text("small")));
        await taro.Json(HttpMethod.Post, "api/posts", """{"text":"x","kind":"album"}""").Refused(400, "invalid");
    }

    [Fact]
    public async Task The_album_its_pictures_and_what_tells_of_it_have_one_audience()
    {
        using var taro = await shared.Member();
        using var friend = await shared.Member();
        using var other = await shared.Member();
        using var stranger = shared.Town.Client();
        await PostPictureTests.Befriend(taro, friend);
        var handle = await SharedTown.Handle(taro);
        var album = await Make(taro, """{"title":"Ours"}""");
        var ids = await Pictures(taro, 2);
        await Add(taro, album, ids);
        var post = (await taro.GetFromJsonAsync<JsonElement>("api/timeline")).GetProperty("items")[0].GetProperty("post").Id();

        await Seen(friend, true);
        await Seen(other, false);
        await Seen(stranger, false);
        await taro.Json(HttpMethod.Patch, $"api/albums/{album.Id()}", """{"audience":"everyone"}""").Ok(HttpStatusCode.OK);
        await Seen(other, true);
        await Seen(stranger, true);
        await taro.Json(HttpMethod.Patch, $"api/albums/{album.Id()}", """{"audience":"me"}""").Ok(HttpStatusCode.OK);
        await Seen(taro, true);
        await Seen(friend, false);
        await Seen(stranger, false);
        await taro.Json(HttpMethod.Patch, $"api/albums/{album.Id()}", """{"audience":"members"}""").Refused(400, "invalid");

        async Task Seen(HttpClient viewer, bool seen)
        {
            var status = seen ? HttpStatusCode.OK : HttpStatusCode.NotFound;
            Assert.Equal(status, await viewer.Status($"api/albums/{album.Id()}"));
            Assert.Equal(status, await viewer.Status($"media/{ids[0]}"));
            Assert.Equal(status, await viewer.Status($"media/{ids[1]}/small"));
            Assert.Equal(status, await viewer.Status($"api/posts/{post}"));
            Assert.Equal(status, await viewer.Status($"album/{album.Id()}"));
            Assert.Equal(seen ? 1 : 0, (await viewer.GetFromJsonAsync<JsonElement>($"api/members/{handle}/albums")).GetArrayLength());
        }
    }

    [Fact]
    public async Task Those_who_block_each_other_see_no_albums_of_each_other()
    {
        using var taro = await shared.Member();
        using var other = await shared.Member();
        var album = await Make(taro, """{"title":"Open","audience":"everyone"}""");
        var ids = await Pictures(taro, 1);
        await Add(taro, album, ids);
        Assert.Equal(HttpStatusCode.OK, await other.Status($"media/{ids[0]}"));
        var block = await taro.PutAsync($"api/blocks/{await SharedTown.Handle(other)}", null);
        Assert.True(block.IsSuccessStatusCode, await block.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, await other.Status($"api/albums/{album.Id()}"));
        Assert.Equal(HttpStatusCode.NotFound, await other.Status($"media/{ids[0]}"));
    }

    [Fact]
    public async Task A_picture_that_is_taken_out_leaves_what_told_of_it_and_an_album_goes_with_everything()
    {
        using var taro = await shared.Member();
        var album = await Make(taro, """{"title":"Short","audience":"everyone"}""");
        var ids = await Pictures(taro, 2);
        await Add(taro, album, ids);
        var post = (await taro.GetFromJsonAsync<JsonElement>("api/timeline")).GetProperty("items")[0].GetProperty("post").Id();
        await taro.DeleteAsync($"api/albums/{album.Id()}/pictures/{ids[0]}").Ok(HttpStatusCode.NoContent);
        Assert.Equal(ids[1], Assert.Single((await taro.GetFromJsonAsync<JsonElement>($"api/posts/{post}")).GetProperty("pictures").EnumerateArray()).Id());
        await taro.DeleteAsync($"api/albums/{album.Id()}").Ok(HttpStatusCode.NoContent);
        Assert.Equal(HttpStatusCode.NotFound, await taro.Status($"api/posts/{post}"));
        Assert.Equal(HttpStatusCode.NotFound, await taro.Status($"media/{ids[1]}"));
        await Eventually.Holds(async () => await taro.Used() == 0);
    }

    [Fact]
    public async Task Only_its_owner_changes_an_album()
    {
        using var taro = await shared.Member();
        using var other = await shared.Member();
        var album = await Make(taro, """{"title":"Mine","audience":"everyone"}""");
        var (own, theirs) = (await Pictures(taro, 1), await Pictures(other, 1));
        await Add(taro, album, own);
        var path = $"api/albums/{album.Id()}";
        await other.Json(HttpMethod.Patch, path, """{"title":"Hers"}""").Refused(404, "not-found");
        await other.DeleteAsync(path).Refused(404, "not-found");
        await other.PostAsJsonAsync($"{path}/pictures", new { media = theirs }).Refused(404, "not-found");
        await other.DeleteAsync($"{path}/pictures/{own[0]}").Refused(404, "not-found");
        await taro.PostAsJsonAsync($"{path}/pictures", new { media = theirs }).Refused(409, "conflict");
        await taro.PostAsJsonAsync($"{path}/pictures", new { media = own }).Refused(409, "conflict");
        await taro.PostAsJsonAsync($"{path}/pictures", new { media = Array.Empty<string>() }).Refused(400, "invalid");
        await taro.Json(HttpMethod.Post, "api/albums", """{"title":"  "}""").Refused(400, "invalid");
        await taro.Json(HttpMethod.Post, "api/posts", $$"""{"text":"x","media":["{{own[0]}}"]}""").Refused(409, "conflict");
    }

    private static async Task<JsonElement> Make(HttpClient client, string json) => await Read(await client.Json(HttpMethod.Post, "api/albums", json));

    private static async Task<JsonElement> Add(HttpClient client, JsonElement album, IReadOnlyList<string> ids) =>
        await Read(await client.PostAsJsonAsync($"api/albums/{album.Id()}/pictures", new { media = ids }));

    private static async Task<string[]> Pictures(HttpClient client, int count)
    {
        var ids = new string[count];
        for (var i = 0; i < count; i++)
        {
            ids[i] = (await client.Keep(Pixels.Of(".png", 40, 30))).Id();
        }

        return ids;
    }

    private static IEnumerable<string> Ids(JsonElement album) => album.GetProperty("pictures").EnumerateArray().Select(picture => picture.Id());

    private static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
