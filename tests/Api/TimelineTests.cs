using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Hosting;

namespace OrleansMixi.Api;

[Collection(nameof(TownCollection))]
public sealed class TimelineTests(SharedTown shared)
{
    [Fact]
    public async Task Following_fills_back_and_unfollowing_takes_away_and_both_can_be_said_twice()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        var topic = $"api/follows/user:{await SharedTown.Handle(taro)}";
        await taro.Post("before");
        Assert.Empty(await hanako.Texts("api/timeline"));
        await hanako.PutAsync(topic, null).Ok(HttpStatusCode.NoContent);
        await hanako.PutAsync(topic, null).Ok(HttpStatusCode.NoContent);
        await taro.Post("after");
        await hanako.Shows("after", "before");
        await hanako.DeleteAsync(topic).Ok(HttpStatusCode.NoContent);
        await hanako.DeleteAsync(topic).Ok(HttpStatusCode.NoContent);
        Assert.Empty(await hanako.Texts("api/timeline"));
        await hanako.PutAsync("api/follows/user:nobody-at-all", null).Refused(404, "not-found");
    }

    [Fact]
    public async Task Pages_lead_to_the_end_without_a_gap_or_a_double_while_new_posts_arrive()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        await hanako.PutAsync($"api/follows/user:{await SharedTown.Handle(taro)}", null).Ok(HttpStatusCode.NoContent);
        var sent = Enumerable.Range(0, 55).Select(number => $"p{number}").ToList();
        await taro.PostAsJsonAsync("api/posts", sent.Select(text => new { text }));
        await hanako.Shows([.. Enumerable.Reverse(sent).Take(40)]);
        foreach (var address in new[] { "api/timeline", $"api/feeds/user:{await SharedTown.Handle(taro)}" })
        {
            var seen = new List<string>();
            string? before = null;
            do
            {
                var page = await hanako.GetFromJsonAsync<JsonElement>($"{address}?limit=10{(before is null ? "" : $"&before={before}")}");
                seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("post").GetProperty("text").GetString()!));
                before = page.GetProperty("next").GetString();
                await taro.Post("meanwhile");
            }
            while (before is not null);

            Assert.Equal(Enumerable.Reverse(sent), seen.Where(text => text != "meanwhile" || seen.IndexOf(text) > 60));
        }
    }

    [Fact]
    public async Task Positions_and_limits_that_were_never_handed_out_are_refused()
    {
        using var taro = await shared.Member();
        await taro.GetAsync("api/timeline?before=rubbish").Refused(400, "cursor-invalid");
        await taro.GetAsync("api/timeline?before=AAAA.AAAA").Refused(400, "cursor-invalid");
        await taro.GetAsync("api/timeline?limit=0").Refused(400, "invalid");
        await taro.GetAsync("api/timeline?limit=1000").Refused(400, "invalid");
        await taro.GetAsync("api/timeline?limit=many").Refused(400, "invalid");
        await taro.GetAsync("api/feeds/user:nobody-at-all").Refused(404, "not-found");
    }

    [Fact]
    public async Task A_post_for_friends_is_for_friends_alone_on_every_path()
    {
        using var taro = await shared.Member();
        using var friend = await shared.Member();
        using var follower = await shared.Member();
        using var stranger = shared.Town.Client();
        var (name, other) = (await SharedTown.Handle(taro), await SharedTown.Handle(friend));
        await follower.PutAsync($"api/follows/user:{name}", null).Ok(HttpStatusCode.NoContent);
        await friend.PutAsync($"api/friends/{name}", null).Ok(HttpStatusCode.Accepted);
        Assert.Equal(other, Assert.Single((await taro.GetFromJsonAsync<JsonElement>("api/friends/requests")).EnumerateArray()).GetProperty("from").GetProperty("handle").GetString());
        await taro.PutAsync($"api/friends/{other}", null).Ok(HttpStatusCode.NoContent);

        var secret = (await taro.Post("for friends", ""","audience":"friends" """)).Id();
        var own = (await taro.Post("for me", ""","audience":"me" """)).Id();
        await friend.Shows("for friends");
        Assert.Equal(["for me", "for friends"], await taro.Texts("api/timeline"));
        Assert.Empty(await follower.Texts("api/timeline"));
        Assert.Empty(await stranger.Texts($"api/feeds/user:{name}"));
        Assert.DoesNotContain("for friends", await stranger.GetStringAsync($"feeds/user:{name}.atom"));
        await follower.GetAsync($"api/posts/{secret}").Refused(404, "not-found");
        await stranger.GetAsync($"api/posts/{secret}").Refused(404, "not-found");
        await friend.GetAsync($"api/posts/{own}").Refused(404, "not-found");
        await follower.DeleteAsync($"api/posts/{secret}").Refused(404, "not-found");

        await taro.DeleteAsync($"api/friends/{other}").Ok(HttpStatusCode.NoContent);
        await friend.GetAsync($"api/posts/{secret}").Refused(404, "not-found");
    }

    [Fact]
    public async Task A_community_is_founded_joined_posted_in_and_left()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        var slug = $"c{await SharedTown.Handle(taro)}";
        await taro.Json(HttpMethod.Post, "api/communities", $$"""{"slug":"{{slug}}","title":"弁当の会","joining":"approval"}""").Ok(HttpStatusCode.Created);
        await hanako.Json(HttpMethod.Post, "api/communities", $$"""{"slug":"{{slug}}","title":"again"}""").Refused(409, "handle-taken");
        await hanako.Json(HttpMethod.Post, "api/posts", $$"""{"text":"x","topic":"community:{{slug}}"}""").Refused(403, "forbidden");
        await hanako.PutAsync($"api/follows/community:{slug}", null).Ok(HttpStatusCode.Accepted);
        await hanako.PutAsync($"api/communities/{slug}/invited/{await SharedTown.Handle(hanako)}", null).Refused(403, "forbidden");
        await taro.PutAsync($"api/communities/{slug}/invited/{await SharedTown.Handle(hanako)}", null).Ok(HttpStatusCode.NoContent);
        await hanako.Post("いただきます", $",\"topic\":\"community:{slug}\"");
        await taro.Shows("いただきます");
        var item = (await hanako.GetFromJsonAsync<JsonElement>("api/timeline")).GetProperty("items")[0];
        Assert.Equal(2, item.GetProperty("reason").GetArrayLength());
        Assert.Equal(2, (await taro.GetFromJsonAsync<JsonElement>($"api/communities/{slug}")).GetProperty("members").GetInt32());
        await hanako.DeleteAsync($"api/follows/community:{slug}").Ok(HttpStatusCode.NoContent);
        await hanako.Json(HttpMethod.Post, "api/posts", $$"""{"text":"x","topic":"community:{{slug}}"}""").Refused(403, "forbidden");
    }

    [Fact]
    public async Task Bots_are_marked_and_can_be_hidden_with_one_switch()
    {
        using var bot = await shared.Member();
        using var hanako = await shared.Member();
        await bot.Json(HttpMethod.Patch, "api/me", """{"bot":true}""").Ok(HttpStatusCode.OK);
        await hanako.PutAsync($"api/follows/user:{await SharedTown.Handle(bot)}", null).Ok(HttpStatusCode.NoContent);
        Assert.True((await bot.Post("beep")).GetProperty("author").GetProperty("bot").GetBoolean());
        await hanako.Shows("beep");
        await hanako.Json(HttpMethod.Patch, "api/me", """{"hideBots":true}""").Ok(HttpStatusCode.OK);
        Assert.Empty(await hanako.Texts("api/timeline"));
        await hanako.Json(HttpMethod.Patch, "api/me", """{"hideBots":false}""").Ok(HttpStatusCode.OK);
        await hanako.Shows("beep");
    }

    [Fact]
    public async Task Feeds_go_out_as_Atom_and_JSON_and_a_secret_address_gives_the_own_timeline()
    {
        using var taro = await shared.Member();
        using var stranger = shared.Town.Client();
        await taro.Post("<b>hello</b> & 🐟");
        await taro.Json(HttpMethod.Post, "api/posts", """{"kind":"diary","title":"a\u0001b","text":"c\uffffd 🐟"}""").Ok(HttpStatusCode.Created);
        var path = $"feeds/user:{await SharedTown.Handle(taro)}";
        var atom = await stranger.GetAsync(path + ".atom");
        var feed = System.Xml.Linq.XDocument.Parse(await atom.Content.ReadAsStringAsync());
        Assert.Contains("cd 🐟", feed.Descendants().Select(element => element.Value));
        Assert.Contains("<b>hello</b> & 🐟", feed.Descendants().Select(element => element.Value));
        var again = new HttpRequestMessage(HttpMethod.Get, path + ".atom");
        again.Headers.IfNoneMatch.Add(atom.Headers.ETag!);
        await stranger.SendAsync(again).Ok(HttpStatusCode.NotModified);
        Assert.Equal("<b>hello</b> & 🐟", (await stranger.GetFromJsonAsync<JsonElement>(path + ".json")).GetProperty("items")[1].GetProperty("content_text").GetString());

        var secret = (await (await taro.PostAsync("api/me/feed", null)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("atom").GetString()!;
        Assert.Contains("hello", await stranger.GetStringAsync(secret));
        await taro.DeleteAsync("api/me/feed").Ok(HttpStatusCode.NoContent);
        await stranger.GetAsync(secret).Refused(404, "not-found");
    }
}
