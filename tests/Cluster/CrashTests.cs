using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using OrleansMixi.Live;
using OrleansMixi.Postgres;

namespace OrleansMixi.Cluster;

/// <summary>A host that is killed in the middle of a burst has lost nothing that it acknowledged.</summary>
[Collection(nameof(PostgresCollection))]
public sealed class CrashTests(PostgresServer server)
{
    private const int Authors = 6;

    [Fact]
    public async Task On_SQLite_every_acknowledged_post_survives_a_kill_and_a_reader_resumes()
    {
        using var database = new TempDatabase();
        await Survives(database.ConnectionString);
    }

    [Fact]
    public async Task On_PostgreSQL_every_acknowledged_post_survives_a_kill_and_a_reader_resumes() =>
        await Survives(await server.CreateDatabase());

    private static async Task Survives(string connectionString)
    {
        await using var town = await TownProcess.Start(connectionString, "Production", ("Mixi__Limits__WritesPerWindow", "100000"));
        var handles = Enumerable.Range(0, Authors).Select(number => $"author{number}").Append("reader").ToArray();
        var members = await town.Members(await town.Token("op", "read,post,admin"), handles);
        var reader = members[Authors];
        foreach (var handle in handles.SkipLast(1))
        {
            await reader.PutAsync($"api/follows/user:{handle}", null).Ok(HttpStatusCode.NoContent);
        }

        string cursor;
        await using (var stream = await EventStream.Open(reader, "home"))
        {
            await members[0].Post("before");
            await stream.Texts(1);
            cursor = stream.Cursor!;
        }

        // Every author posts one after the other, with keys, until the host is gone.
        var acknowledged = new ConcurrentDictionary<string, string>();
        var open = new ConcurrentBag<(int Author, string Text)>();
        var enough = new TaskCompletionSource();
        var burst = Enumerable.Range(0, Authors).Select(author => Task.Run(async () =>
        {
            for (var turn = 0; ; turn++)
            {
                var text = $"{author}-{turn}";
                try
                {
                    acknowledged[text] = (await members[author].Post(text, key: text)).Id();
                    if (acknowledged.Count > 150)
                    {
                        enough.TrySetResult();
                    }
                }
                catch (HttpRequestException)
                {
                    open.Add((author, text));
                    return;
                }
            }
        })).ToList();
        await enough.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await town.Kill();
        await Task.WhenAll(burst);

        await town.Start();
        foreach (var (author, text) in open)
        {
            acknowledged[text] = (await members[author].Post(text, key: text)).Id();
        }

        await using var resumed = await EventStream.Start(reader, "home", cursor);
        var missed = await resumed.Texts(acknowledged.Count);
        Assert.Equal(acknowledged.Keys.Order(), missed.Order());
        for (var author = 0; author < Authors; author++)
        {
            var own = missed.Where(text => text.StartsWith($"{author}-", StringComparison.Ordinal)).ToList();
            Assert.Equal(Enumerable.Range(0, own.Count).Select(turn => $"{author}-{turn}"), own);
        }

        var timeline = new List<(string Id, string Text)>();
        string? before = null;
        do
        {
            var page = await reader.GetFromJsonAsync<JsonElement>($"api/timeline?limit=100{(before is null ? "" : $"&before={before}")}");
            timeline.AddRange(page.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("post").Id(), item.GetProperty("post").GetProperty("text").GetString()!)));
            before = page.GetProperty("next").GetString();
        }
        while (before is not null);

        Assert.Equal(acknowledged.Select(pair => (pair.Value, pair.Key)).Append(timeline[^1]).Order(), timeline.Order());
    }
}
