using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Circles;
using OrleansMixi.Hosting;

namespace OrleansMixi.Followers;

[Collection(nameof(TownCollection))]
public sealed class FollowerTests(SharedTown shared)
{
    [Fact]
    public async Task A_locked_account_approves_each_follower_and_declines_silently()
    {
        using var hanako = await shared.Member();
        using var taro = await shared.Member();
        using var ken = await shared.Member();
        var (h, t, k) = (await SharedTown.Handle(hanako), await SharedTown.Handle(taro), await SharedTown.Handle(ken));
        await Lock(hanako, true);
        await taro.PutAsync($"api/follows/user:{h}", null).Ok(HttpStatusCode.Accepted);
        await taro.PutAsync($"api/follows/user:{h}", null).Ok(HttpStatusCode.Accepted);
        await ken.PutAsync($"api/follows/user:{h}", null).Ok(HttpStatusCode.Accepted);
        Assert.True((await Seen(taro, h)).GetProperty("followRequested").GetBoolean());
        Assert.Equal([k, t], await Waiting(hanako));
        await hanako.Post("hello");
        Assert.Empty(await taro.Texts("api/timeline"));

        await hanako.PutAsync($"api/followers/{t}", null).Ok(HttpStatusCode.NoContent);
        await hanako.PutAsync($"api/followers/{t}", null).Ok(HttpStatusCode.NoContent);
        await taro.Shows("hello");
        await hanako.DeleteAsync($"api/followers/{k}").Ok(HttpStatusCode.NoContent);
        Assert.Empty(await Waiting(hanako));
        Assert.False((await Seen(ken, h)).GetProperty("following").GetBoolean());
        await hanako.PutAsync($"api/followers/{k}", null).Refused(404, "not-found");

        // Who follows already can be turned away too.
        await hanako.DeleteAsync($"api/followers/{t}").Ok(HttpStatusCode.NoContent);
        Assert.Empty(await taro.Texts("api/timeline"));
    }

    [Fact]
    public async Task Unlocking_approves_none_by_itself_and_asking_again_follows_at_once()
    {
        using var hanako = await shared.Member();
        using var taro = await shared.Member();
        var (h, t) = (await SharedTown.Handle(hanako), await SharedTown.Handle(taro));
        await Lock(hanako, true);
        await taro.PutAsync($"api/follows/user:{h}", null).Ok(HttpStatusCode.Accepted);
        await Lock(hanako, false);
        Assert.Equal([t], await Waiting(hanako));
        Assert.False((await Seen(taro, h)).GetProperty("following").GetBoolean());
        await taro.PutAsync($"api/follows/user:{h}", null).Ok(HttpStatusCode.NoContent);
        Assert.Empty(await Waiting(hanako));
    }

    [Fact]
    public async Task A_request_is_taken_back_and_friends_need_none()
    {
        using var hanako = await shared.Member();
        using var taro = await shared.Member();
        var h = await SharedTown.Handle(hanako);
        await Lock(hanako, true);
        await taro.PutAsync($"api/follows/user:{h}", null).Ok(HttpStatusCode.Accepted);
        await taro.DeleteAsync($"api/follows/user:{h}").Ok(HttpStatusCode.NoContent);
        Assert.Empty(await Waiting(hanako));
        await CircleTests.Befriend(hanako, taro);
        await taro.DeleteAsync($"api/follows/user:{h}").Ok(HttpStatusCode.NoContent);
        await taro.PutAsync($"api/follows/user:{h}", null).Ok(HttpStatusCode.NoContent);
        Assert.True((await Seen(taro, h)).GetProperty("following").GetBoolean());
    }

    [Fact]
    public async Task A_hundred_answers_at_once_leave_one_edge_and_no_request()
    {
        using var hanako = await shared.Member();
        using var taro = await shared.Member();
        var (h, t) = (await SharedTown.Handle(hanako), await SharedTown.Handle(taro));
        await Lock(hanako, true);
        await taro.PutAsync($"api/follows/user:{h}", null).Ok(HttpStatusCode.Accepted);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => hanako.PutAsync($"api/followers/{t}", null).Ok(HttpStatusCode.NoContent)));
        Assert.Equal(1, (await Seen(taro, h)).GetProperty("followers").GetInt32());
        Assert.Empty(await Waiting(hanako));
    }

    private static Task Lock(HttpClient client, bool locked) =>
        client.Json(HttpMethod.Patch, "api/me/profile", $$"""{"locked":{{(locked ? "true" : "false")}}}""").Ok(HttpStatusCode.OK);

    private static Task<JsonElement> Seen(HttpClient client, string handle) => client.GetFromJsonAsync<JsonElement>($"api/members/{handle}");

    private static async Task<IReadOnlyList<string>> Waiting(HttpClient client) =>
        [.. (await client.GetFromJsonAsync<JsonElement>("api/followers/requests")).EnumerateArray().Select(request => request.GetProperty("from").GetProperty("handle").GetString()!)];
}
