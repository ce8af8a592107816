using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using OrleansMixi.Live;

namespace OrleansMixi.Reactions;

[Collection<TownCollection>]
public sealed class ReactionTests(SharedTown shared)
{
    [Fact]
    public async Task A_reaction_counts_once_per_member_and_can_be_taken_back()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        var post = (await taro.Post("cake")).Id();
        await hanako.PutAsync($"api/posts/{post}/reactions/iine", null).Ok(HttpStatusCode.NoContent);
        await hanako.PutAsync($"api/posts/{post}/reactions/iine", null).Ok(HttpStatusCode.NoContent);
        await hanako.PutAsync($"api/posts/{post}/reactions/love", null).Ok(HttpStatusCode.NoContent);
        var who = await taro.GetFromJsonAsync<JsonElement>($"api/posts/{post}/reactions");
        Assert.Equal(["iine", "love"], who.EnumerateArray().Select(reaction => reaction.GetProperty("reaction").GetString()!).Order(StringComparer.Ordinal));
        await hanako.DeleteAsync($"api/posts/{post}/reactions/love").Ok(HttpStatusCode.NoContent);
        await hanako.DeleteAsync($"api/posts/{post}/reactions/love").Ok(HttpStatusCode.NoContent);
        await Counts(taro, post, ("iine", 1));
    }

    [Fact]
    public async Task A_hundred_reactions_at_once_are_all_counted_and_told_in_few_updates()
    {
        using var taro = await shared.Member();
        var handles = Enumerable.Range(0, 100).Select(number => $"fan{number}-{Guid.NewGuid().ToString("N")[..8]}").ToArray();
        var fans = await shared.Town.Members(shared.Admin, handles);
        var post = (await taro.Post("loved by all")).Id();
        await using var home = await EventStream.Open(taro, "home");
        await Task.WhenAll(fans.Select(fan => fan.PutAsync($"api/posts/{post}/reactions/iine", null).Ok(HttpStatusCode.NoContent)));
        var updates = 0;
        while (true)
        {
            updates++;
            var update = (await home.Next("update")).GetProperty("updates")[0];
            if (update.GetProperty("counts").GetProperty("reactions").GetProperty("iine").GetInt32() == fans.Count)
            {
                break;
            }
        }

        Assert.InRange(updates, 1, 10);
        await Counts(taro, post, ("iine", 100));
    }

    [Fact]
    public async Task What_one_may_not_see_can_not_be_reacted_to()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        var post = (await taro.Post("mine", ",\"audience\":\"me\"")).Id();
        await hanako.PutAsync($"api/posts/{post}/reactions/iine", null).Refused(404, "not-found");
        await hanako.GetAsync($"api/posts/{post}/reactions").Refused(404, "not-found");
        await taro.PutAsync($"api/posts/{post}/reactions/hate", null).Refused(400, "invalid");
        await taro.PutAsync("api/posts/rubbish/reactions/iine", null).Refused(404, "not-found");
    }

    private static async Task Counts(HttpClient client, string post, params (string Reaction, int Count)[] expected)
    {
        await Eventually.Holds(async () =>
            (await client.GetFromJsonAsync<JsonElement>($"api/posts/{post}")).TryGetProperty("counts", out var counts)
            && counts.GetProperty("reactions").EnumerateObject().Select(count => (count.Name, count.Value.GetInt32())).SequenceEqual(expected));
    }
}
