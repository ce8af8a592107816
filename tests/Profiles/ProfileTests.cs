using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Circles;
using OrleansMixi.Hosting;

namespace OrleansMixi.Profiles;

[Collection(nameof(TownCollection))]
public sealed class ProfileTests(SharedTown shared)
{
    [Fact]
    public async Task Each_field_is_seen_by_its_own_audience()
    {
        using var hanako = await shared.Member();
        using var friend = await shared.Member();
        using var other = await shared.Member();
        using var stranger = shared.Town.Client();
        var h = await SharedTown.Handle(hanako);
        await CircleTests.Befriend(hanako, friend);
        await Edit(hanako, """
            {"introduction":{"value":"hello","audience":"everyone"},"interests":{"value":["#bento"," film ","Bento"],"audience":"friends"},
             "birthday":{"value":"02-29","audience":"me"},"area":{"value":"by the harbour","audience":"friends"}}
            """).Ok(HttpStatusCode.OK);

        Assert.Equal(("hello", "bento,film", "02-29", "by the harbour"), await Seen(hanako, h));
        Assert.Equal(("hello", "bento,film", null, "by the harbour"), await Seen(friend, h));
        Assert.Equal(("hello", "", null, ""), await Seen(other, h));
        Assert.Equal(("hello", "", null, ""), await Seen(stranger, h));

        await Edit(hanako, """{"introduction":{"audience":"me"},"birthday":{"audience":"friends"}}""").Ok(HttpStatusCode.OK);
        Assert.Equal(("", "bento,film", "02-29", "by the harbour"), await Seen(friend, h));
        await Edit(hanako, """{"birthday":{"value":""},"interests":{"value":[]}}""").Ok(HttpStatusCode.OK);
        Assert.Equal(("hello", "", null, "by the harbour"), await Seen(hanako, h));
    }

    public static TheoryData<string, string> Audiences => new()
    {
        { "everyone", "self close group friend of-friend other stranger" },
        { "friends-of-friends", "self close group friend of-friend" },
        { "friends", "self close group friend" },
        { "close", "self close" },
        { "group:1", "self group" },
        { "group:9", "self" },
        { "me", "self" },
    };

    [Theory, MemberData(nameof(Audiences))]
    public async Task A_field_is_seen_by_exactly_those_of_its_audience_and_by_nobody_who_is_blocked(string audience, string seers)
    {
        var people = new Dictionary<string, HttpClient> { ["stranger"] = shared.Town.Client() };
        foreach (var who in new[] { "self", "close", "group", "friend", "of-friend", "other", "blocked" })
        {
            people[who] = await shared.Member();
        }

        var (self, h) = (people["self"], await SharedTown.Handle(people["self"]));
        foreach (var friend in new[] { "close", "group", "friend", "blocked" })
        {
            await CircleTests.Befriend(self, people[friend]);
        }

        await CircleTests.Befriend(people["friend"], people["of-friend"]);
        await self.Json(HttpMethod.Post, "api/groups", """{"name":"g"}""").Ok(HttpStatusCode.Created);
        foreach (var (group, who) in new[] { ("close", "close"), ("1", "group"), ("close", "blocked"), ("1", "blocked") })
        {
            await self.PutAsync($"api/groups/{group}/friends/{await SharedTown.Handle(people[who])}", null).Ok(HttpStatusCode.NoContent);
        }

        await self.PutAsync($"api/blocks/{await SharedTown.Handle(people["blocked"])}", null).Ok(HttpStatusCode.NoContent);
        await Edit(self, $$"""{"area":{"value":"harbour","audience":"{{audience}}"} }""").Ok(HttpStatusCode.OK);
        var seen = new List<string>();
        foreach (var (who, client) in people)
        {
            var answer = await client.GetAsync($"api/members/{h}");
            if (answer.IsSuccessStatusCode && (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("profile").GetProperty("area").GetString() == "harbour")
            {
                seen.Add(who);
            }

            client.Dispose();
        }

        Assert.Equal(seers.Split(' ').Order(), seen.Order());
    }

    [Fact]
    public async Task A_field_for_a_group_that_is_taken_away_is_for_nobody_else()
    {
        using var hanako = await shared.Member();
        await hanako.Json(HttpMethod.Post, "api/groups", """{"name":"g"}""").Ok(HttpStatusCode.Created);
        await Edit(hanako, """{"area":{"value":"harbour","audience":"group:1"}}""").Ok(HttpStatusCode.OK);
        await hanako.DeleteAsync("api/groups/1").Ok(HttpStatusCode.NoContent);
        Assert.Equal("me", (await hanako.GetFromJsonAsync<JsonElement>("api/me/profile")).GetProperty("area").GetProperty("audience").GetString());
    }

    [Fact]
    public async Task The_look_of_a_page_belongs_to_Premium_and_is_shown_as_long_as_it_lasts()
    {
        using var hanako = await shared.Member();
        using var admin = shared.Town.Client(shared.Admin);
        var h = await SharedTown.Handle(hanako);
        await Edit(hanako, """{"theme":"umi"}""").Refused(403, "forbidden");
        var ends = TimeProvider.System.GetUtcNow().AddDays(1).ToString("O");
        await admin.Json(HttpMethod.Put, $"api/admin/plans/{h}", $$"""{"plan":"premium","ends":"{{ends}}"}""").Ok(HttpStatusCode.OK);
        await Edit(hanako, """{"theme":"red; background: url(//evil)"}""").Refused(400, "invalid");
        await Edit(hanako, """{"sections":["posts"]}""").Refused(400, "invalid");
        await Edit(hanako, """{"sections":["posts","posts","facts","texts"]}""").Refused(400, "invalid");
        await Edit(hanako, """{"theme":"umi","sections":["posts","texts","facts","introduction"]}""").Ok(HttpStatusCode.OK);
        Assert.Equal(("umi", "posts"), await Look(hanako, h));
        await admin.DeleteAsync($"api/admin/plans/{h}").Ok(HttpStatusCode.NoContent);
        Assert.Equal((null, "introduction"), await Look(hanako, h));
        await Edit(hanako, """{"theme":"","sections":[]}""").Refused(403, "forbidden");

        using var stranger = shared.Town.Client();
        Assert.Equal("text/css", (await stranger.GetAsync("theme/umi.css")).Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("theme/mars.css")).StatusCode);
    }

    private static async Task<(string?, string?)> Look(HttpClient client, string handle)
    {
        var profile = (await client.GetFromJsonAsync<JsonElement>($"api/members/{handle}")).GetProperty("profile");
        return (profile.GetProperty("theme").GetString(), profile.GetProperty("sections")[0].GetString());
    }

    [Fact]
    public async Task The_older_way_to_change_the_introduction_changes_the_profile()
    {
        using var hanako = await shared.Member();
        await hanako.Json(HttpMethod.Patch, "api/me", """{"introduction":"by the old door"}""").Ok(HttpStatusCode.OK);
        Assert.Equal("by the old door", (await hanako.GetFromJsonAsync<JsonElement>("api/me/profile")).GetProperty("introduction").GetProperty("value").GetString());
        Assert.Equal("by the old door", (await hanako.GetFromJsonAsync<JsonElement>($"api/members/{await SharedTown.Handle(hanako)}")).GetProperty("introduction").GetString());
    }

    [Theory]
    [InlineData("""{"birthday":{"value":"02-30"}}""")]
    [InlineData("""{"birthday":{"value":"soon"}}""")]
    [InlineData("""{"area":{"audience":"aliens"}}""")]
    [InlineData("""{"area":{"audience":"members"}}""")]
    [InlineData("""{"interests":{"value":["a","b","c","d","e","f","g","h","i","j","k","l","m","n","o","p","q","r","s","t","u"]}}""")]
    public async Task What_cannot_stand_in_a_profile_is_refused(string json)
    {
        using var hanako = await shared.Member();
        await Edit(hanako, json).Refused(400, "invalid");
    }

    private static Task<HttpResponseMessage> Edit(HttpClient client, string json) => client.Json(HttpMethod.Patch, "api/me/profile", json);

    private static async Task<(string?, string, string?, string?)> Seen(HttpClient client, string handle)
    {
        var profile = (await client.GetFromJsonAsync<JsonElement>($"api/members/{handle}")).GetProperty("profile");
        return (
            profile.GetProperty("introduction").GetString(),
            string.Join(',', profile.GetProperty("interests").EnumerateArray().Select(tag => tag.GetString())),
            profile.GetProperty("birthday").GetString(),
            profile.GetProperty("area").GetString());
    }
}
