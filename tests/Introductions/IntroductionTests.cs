using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Circles;
using OrleansMixi.Hosting;

namespace OrleansMixi.Introductions;

[Collection(nameof(TownCollection))]
public sealed class IntroductionTests(SharedTown shared)
{
    [Fact]
    public async Task A_friends_text_is_shown_after_approval_and_either_may_take_it_away()
    {
        using var hanako = await shared.Member();
        using var taro = await shared.Member();
        using var stranger = shared.Town.Client();
        var (h, t) = (await SharedTown.Handle(hanako), await SharedTown.Handle(taro));
        await Write(taro, h, "Makes the best rice balls.").Refused(403, "forbidden");
        await CircleTests.Befriend(hanako, taro);
        await Write(taro, h, "Makes the best rice balls.").Ok(HttpStatusCode.NoContent);
        Assert.Empty(await Shown(stranger, h));
        Assert.Empty(await Shown(taro, h));

        var waiting = Assert.Single((await hanako.GetFromJsonAsync<JsonElement>("api/me/introductions")).EnumerateArray());
        Assert.False(waiting.GetProperty("approved").GetBoolean());
        await hanako.PutAsync($"api/me/introductions/{t}", null).Ok(HttpStatusCode.NoContent);
        Assert.Equal(["Makes the best rice balls."], await Shown(stranger, h));

        await hanako.DeleteAsync($"api/me/introductions/{t}").Ok(HttpStatusCode.NoContent);
        Assert.Empty(await Shown(stranger, h));
        await Write(taro, h, "Second try").Ok(HttpStatusCode.NoContent);
        await hanako.PutAsync($"api/me/introductions/{t}", null).Ok(HttpStatusCode.NoContent);
        await taro.DeleteAsync($"api/members/{h}/introduction").Ok(HttpStatusCode.NoContent);
        Assert.Empty(await Shown(stranger, h));
        await hanako.PutAsync($"api/me/introductions/{t}", null).Refused(404, "not-found");
    }

    [Fact]
    public async Task A_changed_text_waits_again_and_nobody_approves_what_was_changed_meanwhile()
    {
        using var hanako = await shared.Member();
        using var taro = await shared.Member();
        var (h, t) = (await SharedTown.Handle(hanako), await SharedTown.Handle(taro));
        await CircleTests.Befriend(hanako, taro);
        await Write(taro, h, "kind").Ok(HttpStatusCode.NoContent);
        var read = (await hanako.GetFromJsonAsync<JsonElement>("api/me/introductions"))[0].GetProperty("at").GetString()!;
        await Write(taro, h, "unkind").Ok(HttpStatusCode.NoContent);
        await hanako.PutAsync($"api/me/introductions/{t}?written={Uri.EscapeDataString(read)}", null).Refused(404, "not-found");
        Assert.Empty(await Shown(taro, h));
    }

    [Fact]
    public async Task The_end_of_a_friendship_hides_a_text_and_a_new_one_shows_it_again()
    {
        using var hanako = await shared.Member();
        using var taro = await shared.Member();
        var (h, t) = (await SharedTown.Handle(hanako), await SharedTown.Handle(taro));
        await CircleTests.Befriend(hanako, taro);
        await Write(taro, h, "kind").Ok(HttpStatusCode.NoContent);
        await hanako.PutAsync($"api/me/introductions/{t}", null).Ok(HttpStatusCode.NoContent);
        await hanako.DeleteAsync($"api/friends/{t}").Ok(HttpStatusCode.NoContent);
        Assert.Empty(await Shown(hanako, h));
        await CircleTests.Befriend(hanako, taro);
        Assert.Equal(["kind"], await Shown(hanako, h));
    }

    [Fact]
    public async Task A_text_has_1_to_500_text_elements()
    {
        using var hanako = await shared.Member();
        using var taro = await shared.Member();
        var h = await SharedTown.Handle(hanako);
        await CircleTests.Befriend(hanako, taro);
        await Write(taro, h, new string('x', 501)).Refused(422, "text-too-long");
        await Write(taro, h, "  ").Refused(400, "invalid");
        await Write(taro, h, new string('x', 500)).Ok(HttpStatusCode.NoContent);
    }

    private static Task<HttpResponseMessage> Write(HttpClient client, string handle, string text) =>
        client.Json(HttpMethod.Put, $"api/members/{handle}/introduction", $$"""{"text":{{JsonSerializer.Serialize(text)}}}""");

    private static async Task<IReadOnlyList<string>> Shown(HttpClient client, string handle) =>
        [.. (await client.GetFromJsonAsync<JsonElement>($"api/members/{handle}")).GetProperty("profile").GetProperty("introductions").EnumerateArray()
            .Select(text => text.GetProperty("text").GetString()!)];
}
