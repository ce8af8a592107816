using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;

namespace OrleansMixi.Posts;

[Collection<TownCollection>]
public sealed class FleetingTests(SharedTown shared)
{
    [Fact]
    public async Task A_fleeting_post_says_until_when_it_is_seen()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        var post = await taro.Post("for today", ""","fleeting":true""");
        var shown = await hanako.GetFromJsonAsync<JsonElement>($"api/posts/{post.Id()}");
        Assert.Equal(shown.GetProperty("published").GetDateTimeOffset() + PostRules.FleetingFor, shown.GetProperty("until").GetDateTimeOffset());
        Assert.False((await hanako.GetFromJsonAsync<JsonElement>($"api/posts/{(await taro.Post("for ever")).Id()}")).TryGetProperty("until", out _));
    }
}
