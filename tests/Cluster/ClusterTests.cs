using System.Net;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using OrleansMixi.Live;
using OrleansMixi.Postgres;

namespace OrleansMixi.Cluster;

/// <summary>Several real hosts on one PostgreSQL database.</summary>
[Collection(nameof(PostgresCollection))]
public sealed class ClusterTests(PostgresServer server)
{
    [Fact]
    public async Task Two_hosts_are_one_town_and_when_one_is_killed_the_other_goes_on_without_losing_a_post()
    {
        var database = await server.CreateDatabase();
        await using var east = await TownProcess.Start(database);
        await using var west = await TownProcess.Start(database);
        var members = await east.Members(await east.Token("op", "read,post,admin"), "taro", "hanako");
        var (taroEast, hanakoEast) = (members[0], members[1]);
        using var taro = OnWest(west, taroEast);
        using var hanako = OnWest(west, hanakoEast);

        // A follow on one host holds on the other, and a post there arrives live here.
        await hanakoEast.PutAsync("api/follows/user:taro", null).Ok(HttpStatusCode.NoContent);
        await using var stream = await EventStream.Open(hanako, "home");
        var sent = new List<string>();
        for (var turn = 0; turn < 20; turn++)
        {
            sent.Add($"n{turn}");
            await (turn % 2 == 0 ? taroEast : taro).Post($"n{turn}");
        }

        Assert.Equal(sent, await stream.Texts(20));
        await stream.Next("");
        await east.Kill();
        for (var turn = 20; turn < 30; turn++)
        {
            await PostWithPatience(taro, $"n{turn}");
            sent.Add($"n{turn}");
        }

        Assert.Equal(sent[20..], await stream.Texts(10));
        Assert.Equal(Enumerable.Reverse(sent), await hanako.Texts("api/timeline?limit=50"));
    }

    [Fact]
    public async Task A_web_host_without_grains_and_a_host_without_web_serve_together()
    {
        var database = await server.CreateDatabase();
        using var silo = TownProcess.Launch("silo", new() { ["ConnectionStrings__Mixi"] = database }, []);
        try
        {
            await using var web = await TownProcess.Start(database, "Production", ("Mixi__Silo", "none"));
            var members = await web.Members(await web.Token("op", "read,post,admin"), "taro");
            await using var stream = await EventStream.Open(members[0], "home");
            await members[0].Post("through the cluster");
            Assert.Equal(["through the cluster"], await stream.Texts(1));
            await members[0].Shows("through the cluster");
        }
        finally
        {
            silo.Kill(entireProcessTree: true);
        }
    }

    private static HttpClient OnWest(TownProcess west, HttpClient east)
    {
        var client = west.Client();
        client.DefaultRequestHeaders.Authorization = east.DefaultRequestHeaders.Authorization;
        return client;
    }

    /// <summary>Posts as a careful client does: again with the same key while the answer is that it may be tried again.</summary>
    private static Task PostWithPatience(HttpClient client, string text) => Eventually.Holds(async () =>
    {
        var answer = await client.Json(HttpMethod.Post, "api/posts", $$"""{"text":"{{text}}"}""", text);
        Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.ServiceUnavailable, $"{answer.StatusCode}");
        return answer.StatusCode == HttpStatusCode.Created;
    });
}
