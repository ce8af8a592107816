using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Circles;
using OrleansMixi.Hosting;
using OrleansMixi.Live;
using OrleansMixi.Postgres;

namespace OrleansMixi.Cluster;

/// <summary>What members decide about each other on one host holds on the other.</summary>
[Collection(nameof(PostgresCollection))]
public sealed class PeopleOnTwoHostsTests(PostgresServer server)
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Mutes_groups_and_locks_of_one_host_hold_on_the_other_within_a_second()
    {
        var database = await server.CreateDatabase();
        await using var east = await TownProcess.Start(database);
        await using var west = await TownProcess.Start(database);
        var members = await east.Members(await east.Token("op", "read,post,admin"), "hanako", "taro");
        var (hanako, taro) = (members[0], members[1]);
        using var hanakoWest = OnWest(west, hanako);
        using var taroWest = OnWest(west, taro);
        await CircleTests.Befriend(hanako, taro);
        await using var stream = await EventStream.Open(hanakoWest, "home");
        await taro.Post("a spoiler");
        Assert.Equal(["a spoiler"], await stream.Texts(1));
        await hanakoWest.Shows("a spoiler");

        // Muted on one host: the other leaves it out of pages and of the live stream, and its undo brings it back.
        await hanako.Json(HttpMethod.Post, "api/mutes", """{"kind":"word","value":"Spoiler"}""").Ok(HttpStatusCode.Created);
        await Within(AtOnce, async () => (await hanakoWest.Texts("api/timeline")).Count == 0);
        await taro.Post("another SPOILER");
        await taro.Post("lunch");
        Assert.Equal(["lunch"], await stream.Texts(1));
        await hanako.DeleteAsync("api/mutes/1").Ok(HttpStatusCode.NoContent);
        await Within(AtOnce, async () => (await hanakoWest.Texts("api/timeline")).Count == 3);

        // Groups: who is in one sees what is written for it, on any host, as soon as that changes.
        await hanako.Json(HttpMethod.Post, "api/groups", """{"name":"Hiking"}""").Ok(HttpStatusCode.Created);
        await hanako.PutAsync("api/groups/1/friends/taro", null).Ok(HttpStatusCode.NoContent);
        var post = await hanako.Post("for hikers", ""","audience":"group:1" """);
        await Within(AtOnce, async () => (await taroWest.GetAsync($"api/posts/{post.Id()}")).IsSuccessStatusCode);
        await hanako.DeleteAsync("api/groups/1/friends/taro").Ok(HttpStatusCode.NoContent);
        await Within(AtOnce, async () => (await taroWest.GetAsync($"api/posts/{post.Id()}")).StatusCode == HttpStatusCode.NotFound);

        // The rest of the slice on this database: introductions, locks, profile, preview.
        await taro.Json(HttpMethod.Put, "api/members/hanako/introduction", """{"text":"kind"}""").Ok(HttpStatusCode.NoContent);
        await hanakoWest.PutAsync("api/me/introductions/taro", null).Ok(HttpStatusCode.NoContent);
        var profile = (await taroWest.GetFromJsonAsync<JsonElement>("api/members/hanako")).GetProperty("profile");
        Assert.Equal("kind", Assert.Single(profile.GetProperty("introductions").EnumerateArray()).GetProperty("text").GetString());
        var preview = await (await hanako.Json(HttpMethod.Post, "api/mutes/preview", """{"kind":"member","value":"taro"}""")).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(3, preview.GetProperty("hidden").GetInt32());
        Assert.Equal(["lunch", "another SPOILER", "a spoiler"], await taro.Texts("api/feeds/user:taro"));
        await hanako.PutAsync("api/groups/close/friends/taro", null).Ok(HttpStatusCode.NoContent);
        Assert.Equal(["lunch", "another SPOILER", "a spoiler"], await hanakoWest.Texts("api/timeline?group=close"));

        await taro.Json(HttpMethod.Patch, "api/me/profile", """{"locked":true}""").Ok(HttpStatusCode.OK);
        var ken = (await east.Members(await east.Token("op2", "read,post,admin"), "ken"))[0];
        await ken.PutAsync("api/follows/user:taro", null).Ok(HttpStatusCode.Accepted);
        await taroWest.PutAsync("api/followers/ken", null).Ok(HttpStatusCode.NoContent);
        await ken.Shows("lunch", "another SPOILER", "a spoiler");
    }

    private static async Task Within(TimeSpan time, Func<Task<bool>> holds)
    {
        using var end = new CancellationTokenSource(time);
        var held = await holds();
        while (!held && !end.IsCancellationRequested)
        {
            await Task.Delay(Eventually.Pause, CancellationToken.None);
            held = await holds();
        }

        Assert.True(held, $"It does not hold after {time}.");
    }

    private static HttpClient OnWest(TownProcess west, HttpClient east)
    {
        var client = west.Client();
        client.DefaultRequestHeaders.Authorization = east.DefaultRequestHeaders.Authorization;
        return client;
    }
}
