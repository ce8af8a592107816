using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;

namespace OrleansMixi.Posts;

[Collection<TownCollection>]
public sealed class WhyTests(SharedTown shared)
{
    [Fact]
    public async Task A_reader_is_told_why_a_post_is_there_and_what_keeps_it_out()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        var handle = await SharedTown.Handle(taro);
        var post = (await taro.Post("Rain all day")).Id();
        Assert.Equal(("own", null), await Why(taro, post));
        Assert.Equal((null, "not-followed"), await Why(hanako, post));

        await hanako.PutAsync($"api/follows/user:{handle}", null);
        Assert.Equal(("follow", null), await Why(hanako, post));
        var muted = await hanako.Json(HttpMethod.Post, "api/mutes", """{"kind":"word","value":"RAIN"}""");
        Assert.Equal(("follow", "word"), await Why(hanako, post));
        Assert.Equal("rain", (await hanako.GetFromJsonAsync<JsonElement>($"api/posts/{post}/why")).GetProperty("rule").Text("value"));
        await hanako.DeleteAsync(muted.Headers.Location!.ToString().TrimStart('/'));
        await hanako.PutAsync($"api/posts/{post}/hidden", null);
        Assert.Equal(("follow", "hidden"), await Why(hanako, post));
        await hanako.DeleteAsync($"api/posts/{post}/hidden");
        Assert.Equal(("follow", null), await Why(hanako, post));
    }

    [Fact]
    public async Task A_story_that_came_by_a_share_says_by_whose()
    {
        using var author = await shared.Member();
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        await hanako.PutAsync($"api/follows/user:{await SharedTown.Handle(taro)}", null);
        var story = (await author.Post("news of the street")).Id();
        Assert.Equal((null, "not-followed"), await Why(hanako, story));
        await taro.Json(HttpMethod.Post, "api/posts", $$"""{"story":"{{story}}"}""");
        await Eventually.Holds(async () => await Why(hanako, story) == ("share", null));
        var reason = (await hanako.GetFromJsonAsync<JsonElement>($"api/posts/{story}/why")).GetProperty("reasons")[0];
        Assert.Equal($"user:{await SharedTown.Handle(taro)}", reason.Text("topic"));
    }

    [Fact]
    public async Task What_one_may_not_know_of_is_not_explained()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        using var stranger = shared.Town.Client();
        var secret = (await taro.Post("for me", ""","audience":"me" """)).Id();
        await hanako.GetAsync($"api/posts/{secret}/why").Refused(404, "not-found");
        await hanako.GetAsync("api/posts/12345/why").Refused(404, "not-found");
        await hanako.GetAsync("api/posts/x/why").Refused(404, "not-found");
        var open = (await taro.Post("for all")).Id();
        await stranger.GetAsync($"api/posts/{open}/why").Refused(401, "unauthenticated");
        await hanako.PutAsync($"api/blocks/{await SharedTown.Handle(taro)}", null);
        await hanako.GetAsync($"api/posts/{open}/why").Refused(404, "not-found");
    }

    private static async Task<(string? Reason, string? Rule)> Why(HttpClient client, string post)
    {
        var why = await client.GetFromJsonAsync<JsonElement>($"api/posts/{post}/why");
        var reasons = why.GetProperty("reasons");
        var rule = why.GetProperty("rule");
        Assert.Equal(rule.ValueKind == JsonValueKind.Null, why.GetProperty("shown").GetBoolean());
        return (reasons.GetArrayLength() == 0 ? null : reasons[0].Text("kind"), rule.ValueKind == JsonValueKind.Null ? null : rule.Text("kind"));
    }
}
