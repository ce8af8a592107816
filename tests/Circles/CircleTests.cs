using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;

namespace OrleansMixi.Circles;

[Collection(nameof(TownCollection))]
public sealed class CircleTests(SharedTown shared)
{
    [Fact]
    public async Task Groups_are_made_filled_renamed_and_taken_away_and_only_their_member_sees_them()
    {
        using var hanako = await shared.Member();
        using var taro = await shared.Member();
        using var ken = await shared.Member();
        await Befriend(hanako, taro);
        var (t, k) = (await SharedTown.Handle(taro), await SharedTown.Handle(ken));
        var group = await Made(hanako, "Hiking");
        Assert.Equal("group:1", group.GetProperty("audience").GetString());

        // Who is no friend is left out, whichever way.
        await hanako.Json(HttpMethod.Put, "api/groups/1/friends", $$"""{"friends":["{{t}}","{{k}}"]}""").Ok(HttpStatusCode.OK);
        await hanako.PutAsync($"api/groups/1/friends/{k}", null).Refused(404, "not-found");
        await hanako.PutAsync($"api/groups/close/friends/{t}", null).Ok(HttpStatusCode.NoContent);
        Assert.Equal([t], await Inside(hanako, 1));
        Assert.Equal([t], await Inside(hanako, 0));

        await hanako.Json(HttpMethod.Patch, "api/groups/1", """{"name":"  "}""").Refused(400, "invalid");
        await hanako.Json(HttpMethod.Patch, "api/groups/1", """{"name":"Climbing"}""").Ok(HttpStatusCode.OK);
        await taro.Json(HttpMethod.Patch, "api/groups/1", """{"name":"Mine"}""").Refused(404, "not-found");
        Assert.Equal(1, (await taro.GetFromJsonAsync<JsonElement>("api/groups")).GetArrayLength());

        await hanako.DeleteAsync($"api/groups/1/friends/{t}").Ok(HttpStatusCode.NoContent);
        Assert.Empty(await Inside(hanako, 1));
        await hanako.DeleteAsync("api/groups/1").Ok(HttpStatusCode.NoContent);
        await hanako.DeleteAsync("api/groups/close").Ok(HttpStatusCode.NoContent);
        Assert.Equal([t], await Inside(hanako, 0));

        // A number that old posts may name is not given again.
        Assert.Equal(2, (await Made(hanako, "Again")).GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task The_end_of_a_friendship_takes_the_friend_out_of_all_groups()
    {
        using var hanako = await shared.Member();
        using var taro = await shared.Member();
        await Befriend(hanako, taro);
        var t = await SharedTown.Handle(taro);
        await Made(hanako, "Hiking");
        await hanako.PutAsync($"api/groups/1/friends/{t}", null).Ok(HttpStatusCode.NoContent);
        await hanako.PutAsync($"api/groups/close/friends/{t}", null).Ok(HttpStatusCode.NoContent);
        await taro.DeleteAsync($"api/friends/{await SharedTown.Handle(hanako)}").Ok(HttpStatusCode.NoContent);
        await Befriend(hanako, taro);
        Assert.Empty(await Inside(hanako, 0));
        Assert.Empty(await Inside(hanako, 1));
    }

    [Fact]
    public async Task What_is_written_for_a_group_is_seen_by_who_is_in_it_now()
    {
        using var hanako = await shared.Member();
        using var taro = await shared.Member();
        using var ken = await shared.Member();
        await Befriend(hanako, taro);
        await Befriend(hanako, ken);
        var (h, t, k) = (await SharedTown.Handle(hanako), await SharedTown.Handle(taro), await SharedTown.Handle(ken));
        await Made(hanako, "Hiking");
        await hanako.PutAsync($"api/groups/1/friends/{t}", null).Ok(HttpStatusCode.NoContent);
        var post = await hanako.Post("for hikers", ""","audience":"group:1" """);
        await taro.Shows("for hikers");
        Assert.Empty(await ken.Texts($"api/feeds/user:{h}"));
        await ken.GetAsync($"api/posts/{post.Id()}").Refused(404, "not-found");

        await hanako.Json(HttpMethod.Put, "api/groups/1/friends", $$"""{"friends":["{{k}}"]}""").Ok(HttpStatusCode.OK);
        Assert.Empty(await taro.Texts($"api/feeds/user:{h}"));
        Assert.Empty(await taro.Texts("api/timeline"));
        Assert.Equal(["for hikers"], await ken.Texts("api/timeline"));

        await hanako.DeleteAsync("api/groups/1").Ok(HttpStatusCode.NoContent);
        Assert.Empty(await ken.Texts("api/timeline"));
        Assert.Equal(["for hikers"], await hanako.Texts("api/timeline"));
    }

    [Fact]
    public async Task A_group_as_a_filter_leaves_only_what_its_friends_wrote_page_by_page()
    {
        using var hanako = await shared.Member();
        using var taro = await shared.Member();
        using var ken = await shared.Member();
        await Befriend(hanako, taro);
        await Befriend(hanako, ken);
        await Made(hanako, "Hiking");
        await hanako.PutAsync($"api/groups/1/friends/{await SharedTown.Handle(taro)}", null).Ok(HttpStatusCode.NoContent);
        for (var turn = 0; turn < 3; turn++)
        {
            await taro.Post($"t{turn}");
        }

        await hanako.Shows("t2", "t1", "t0");
        await ken.Post("k0");
        await hanako.Shows("k0", "t2", "t1", "t0");
        Assert.Equal(["t2", "t1", "t0"], await hanako.Texts("api/timeline?group=1"));
        Assert.Empty(await hanako.Texts("api/timeline?group=close"));
        await hanako.GetAsync("api/timeline?group=9").Refused(404, "not-found");
        await taro.GetAsync("api/timeline?group=1").Refused(404, "not-found");

        var first = await hanako.GetFromJsonAsync<JsonElement>("api/timeline?group=1&limit=2");
        Assert.Equal(2, first.GetProperty("items").GetArrayLength());
        Assert.Equal(["t0"], await hanako.Texts($"api/timeline?group=1&limit=2&before={first.GetProperty("next").GetString()}"));
    }

    internal static async Task Befriend(HttpClient one, HttpClient other)
    {
        await one.PutAsync($"api/friends/{await SharedTown.Handle(other)}", null).Ok(HttpStatusCode.Accepted);
        await other.PutAsync($"api/friends/{await SharedTown.Handle(one)}", null).Ok(HttpStatusCode.NoContent);
    }

    private static async Task<JsonElement> Made(HttpClient client, string name)
    {
        var answer = await client.Json(HttpMethod.Post, "api/groups", $$"""{"name":"{{name}}"}""");
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<IReadOnlyList<string>> Inside(HttpClient client, int number) =>
        [.. (await client.GetFromJsonAsync<JsonElement>("api/groups")).EnumerateArray().Single(group => group.GetProperty("number").GetInt32() == number)
            .GetProperty("friends").EnumerateArray().Select(friend => friend.GetProperty("handle").GetString()!)];
}
