using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using OrleansMixi.Live;

namespace OrleansMixi.Posts;

[Collection<TownCollection>]
public sealed class ShareTests(SharedTown shared)
{
    [Fact]
    public async Task A_story_comes_to_a_reader_once_however_many_share_it()
    {
        using var writer = await shared.Member();
        using var one = await shared.Member();
        using var two = await shared.Member();
        using var reader = await shared.Member();
        foreach (var sharer in new[] { one, two })
        {
            await reader.PutAsync($"api/follows/user:{await SharedTown.Handle(sharer)}", null).Ok(HttpStatusCode.NoContent);
        }

        var story = (await writer.Post("worth reading")).Id();
        await using var live = await EventStream.Open(reader, "home");
        var first = await Share(one, story);
        await Share(two, story);
        await one.Post("after");
        Assert.Equal([first, "after"], await Ids(live, 2));
        await Eventually.Holds(async () => (await reader.Texts("api/timeline")).SequenceEqual(["after", ""]));
        Assert.Single(await two.Texts($"api/feeds/user:{await SharedTown.Handle(two)}"));
        await Eventually.Holds(async () =>
            (await writer.GetFromJsonAsync<JsonElement>($"api/posts/{story}")) is var post && post.TryGetProperty("counts", out var counts) && counts.GetProperty("shares").GetInt32() == 2);
    }

    [Fact]
    public async Task Sharing_twice_is_one_share_and_who_follows_the_writer_needs_none()
    {
        using var writer = await shared.Member();
        using var sharer = await shared.Member();
        using var reader = await shared.Member();
        await reader.PutAsync($"api/follows/user:{await SharedTown.Handle(sharer)}", null).Ok(HttpStatusCode.NoContent);
        await reader.PutAsync($"api/follows/user:{await SharedTown.Handle(writer)}", null).Ok(HttpStatusCode.NoContent);
        var story = (await writer.Post("once")).Id();
        await sharer.Json(HttpMethod.Post, "api/posts", $$"""[{"story":"{{story}}"},{"story":"{{story}}"}]""").Refused(400, "invalid");
        Assert.Equal(await Share(sharer, story), await Share(sharer, story));
        await sharer.Post("then");
        await reader.Shows("then", "once");
    }

    [Fact]
    public async Task A_share_or_quote_is_seen_only_by_those_who_see_the_story_and_a_share_goes_with_it()
    {
        using var writer = await shared.Member();
        using var friend = await shared.Member();
        using var stranger = await shared.Member();
        await writer.PutAsync($"api/friends/{await SharedTown.Handle(friend)}", null).Ok(HttpStatusCode.Accepted);
        await friend.PutAsync($"api/friends/{await SharedTown.Handle(writer)}", null).Ok(HttpStatusCode.NoContent);
        var story = (await writer.Post("for friends", ",\"audience\":\"friends\"")).Id();
        await stranger.Json(HttpMethod.Post, "api/posts", $$"""{"story":"{{story}}"}""").Refused(404, "not-found");
        var share = await Share(friend, story);
        var quote = await friend.Post("my words", $",\"story\":\"{story}\"");
        Assert.Equal(("voice", story), (quote.Text("kind"), quote.Text("story")));
        await stranger.GetAsync($"api/posts/{share}").Refused(404, "not-found");
        await stranger.GetAsync($"api/posts/{quote.Id()}").Refused(404, "not-found");
        await writer.GetAsync($"api/posts/{share}").Ok(HttpStatusCode.OK);
        await friend.Json(HttpMethod.Post, "api/posts", $$"""{"story":"{{share}}"}""").Refused(404, "not-found");
        await writer.DeleteAsync($"api/posts/{story}").Ok(HttpStatusCode.NoContent);
        await friend.GetAsync($"api/posts/{share}").Refused(404, "not-found");
        await friend.GetAsync($"api/posts/{quote.Id()}").Ok(HttpStatusCode.OK);
    }

    private static async Task<string> Share(HttpClient client, string story)
    {
        var answer = await client.Json(HttpMethod.Post, "api/posts", $$"""{"story":"{{story}}"}""");
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).Id();
    }

    private static async Task<IReadOnlyList<string>> Ids(EventStream live, int count)
    {
        var seen = new List<string>();
        while (seen.Count < count)
        {
            seen.AddRange((await live.Next("post")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("post"))
                .Select(post => post.Text("text") is { Length: > 0 } text ? text : post.Id()));
        }

        return seen;
    }
}
