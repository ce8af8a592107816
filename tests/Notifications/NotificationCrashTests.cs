using System.Collections.Concurrent;
using System.Net;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using OrleansMixi.Postgres;

namespace OrleansMixi.Notifications;

/// <summary>The host that reads the log for notifications is killed in the middle of its work.</summary>
[Collection(nameof(PostgresCollection))]
public sealed class NotificationCrashTests(PostgresServer server)
{
    private const int Posts = 40;

    [Fact]
    public async Task When_the_reading_host_is_killed_nothing_is_lost_or_told_twice()
    {
        var database = await server.CreateDatabase();

        // The first host has all the readers; the second is there to take over.
        await using var east = await TownProcess.Start(database, "Production", ("Mixi__Limits__WritesPerWindow", "100000"));
        var members = await east.Members(await east.Token("op", "read,post,admin"), "taro", "hanako", "jiro");
        var posts = new List<string>();
        for (var number = 0; number < Posts; number++)
        {
            posts.Add((await members[0].Post($"post {number}")).Id());
        }

        await using var west = await TownProcess.Start(database, "Production", ("Mixi__Limits__WritesPerWindow", "100000"));
        using var taro = OnWest(west, members[0]);
        using var hanako = OnWest(west, members[1]);
        using var jiro = OnWest(west, members[2]);

        var told = new ConcurrentQueue<string>();
        var half = new TaskCompletionSource();
        var deeds = new[] { hanako, jiro }.Select(member => Task.Run(async () =>
        {
            foreach (var post in posts)
            {
                await Patiently(() => member.Json(HttpMethod.Post, "api/posts", $$"""{"text":"under {{post}}","replyTo":"{{post}}"}""", $"c{post}"));
                await Patiently(() => member.PutAsync($"api/posts/{post}/reactions/iine", null));
                told.Enqueue(post);
                if (told.Count == Posts)
                {
                    half.SetResult();
                }
            }

            await Patiently(() => member.Json(HttpMethod.Post, "api/posts", """{"text":"done, @taro"}""", "mention"));
        })).ToList();
        await half.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await east.Kill();
        await Task.WhenAll(deeds);

        IReadOnlyList<string> lines = [];
        string[] expected = [.. Enumerable.Repeat("comment 2", Posts).Concat(Enumerable.Repeat("mention 1", 2)).Concat(Enumerable.Repeat("reaction 2", Posts))];
        await Eventually.Holds(
            async () => (lines = await taro.Lines()).Order(StringComparer.Ordinal).SequenceEqual(expected), () => $"Told:\n{string.Join('\n', lines)}");
    }

    private static HttpClient OnWest(TownProcess west, HttpClient east)
    {
        var client = west.Client();
        client.DefaultRequestHeaders.Authorization = east.DefaultRequestHeaders.Authorization;
        return client;
    }

    /// <summary>Asks again while the cluster has not noticed yet that a host is gone.</summary>
    private static Task Patiently(Func<Task<HttpResponseMessage>> call) => Eventually.Holds(async () =>
    {
        var answer = await call();
        Assert.True(answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{answer.StatusCode}");
        return answer.IsSuccessStatusCode;
    });
}
