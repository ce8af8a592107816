using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using OrleansMixi.Media;

namespace OrleansMixi.Friends;

[Collection<TownCollection>]
public sealed class FriendNewsTests(SharedTown shared)
{
    [Fact]
    public async Task Friends_of_two_new_friends_hear_of_it_once_and_nobody_else_does()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        using var ofTaro = await shared.Member();
        using var ofBoth = await shared.Member();
        using var follower = await shared.Member();
        await PostPictureTests.Befriend(taro, ofTaro);
        await PostPictureTests.Befriend(taro, ofBoth);
        await PostPictureTests.Befriend(hanako, ofBoth);
        await follower.PutAsync($"api/follows/user:{await SharedTown.Handle(taro)}", null);
        await PostPictureTests.Befriend(taro, hanako);
        var pair = new[] { await SharedTown.Handle(taro), await SharedTown.Handle(hanako) };
        foreach (var reader in new[] { ofTaro, ofBoth })
        {
            await Eventually.Holds(async () => await Told(reader, pair) == 1);
        }

        foreach (var reader in new[] { taro, hanako, follower })
        {
            Assert.Equal(0, await Told(reader, pair));
        }

        Assert.Empty(await ofTaro.Texts($"api/feeds/user:{pair[0]}"));

        await ofTaro.PutAsync($"api/blocks/{pair[1]}", null).Ok(HttpStatusCode.NoContent);
        Assert.Equal(0, await Told(ofTaro, pair));
        await ofTaro.DeleteAsync($"api/blocks/{pair[1]}");
        Assert.Equal(1, await Told(ofTaro, pair));

        await taro.DeleteAsync($"api/friends/{pair[1]}").Ok(HttpStatusCode.NoContent);
        Assert.Equal(0, await Told(ofTaro, pair));
        Assert.Equal(0, await Told(ofBoth, pair));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Either_of_the_two_can_keep_it_to_themselves(bool asks)
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        using var friend = await shared.Member();
        await PostPictureTests.Befriend(taro, friend);
        await (asks ? taro : hanako).Json(HttpMethod.Patch, "api/me/privacy", """{"announce":false}""").Ok(HttpStatusCode.OK);
        await PostPictureTests.Befriend(taro, hanako);
        await taro.Post("afterwards");
        await friend.Shows("afterwards");
        Assert.DoesNotContain(await Items(friend), post => post.Text("kind") == "friendship");
    }

    [Fact]
    public async Task It_is_neither_edited_nor_shared_but_its_author_may_delete_it()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        using var friend = await shared.Member();
        await PostPictureTests.Befriend(taro, friend);
        await PostPictureTests.Befriend(taro, hanako);
        var pair = new[] { await SharedTown.Handle(taro), await SharedTown.Handle(hanako) };
        await Eventually.Holds(async () => await Told(friend, pair) == 1);
        var post = (await Items(friend)).Single(item => item.Text("kind") == "friendship").Id();
        await taro.Json(HttpMethod.Patch, $"api/posts/{post}", """{"audience":"everyone"}""").Refused(403, "forbidden");
        await friend.Json(HttpMethod.Post, "api/posts", $$"""{"story":"{{post}}"}""").Refused(404, "not-found");
        await taro.DeleteAsync($"api/posts/{post}").Ok(HttpStatusCode.NoContent);
        Assert.Equal(0, await Told(friend, pair));
    }

    private static async Task<int> Told(HttpClient reader, string[] pair) =>
        (await Items(reader)).Count(post => post.Text("kind") == "friendship"
            && pair.Order().SequenceEqual(new[] { post.GetProperty("author").Text("handle"), post.GetProperty("with").Text("handle") }.Order()));

    private static async Task<IReadOnlyList<JsonElement>> Items(HttpClient reader) =>
        [.. (await reader.GetFromJsonAsync<JsonElement>("api/timeline")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("post"))];
}
