using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using OrleansMixi.Postgres;

namespace OrleansMixi.Messages;

/// <summary>A host that is killed in the middle of a talk has lost nothing that it acknowledged.</summary>
[Collection(nameof(PostgresCollection))]
public sealed class MessageCrashTests(PostgresServer server)
{
    private static readonly (string, string)[] Options = [("Mixi__Limits__WritesPerWindow", "100000")];

    [Fact]
    public async Task On_SQLite_every_acknowledged_message_survives_a_kill()
    {
        using var database = new TempDatabase();
        await using var town = await TownProcess.Start(database.ConnectionString, "Production", Options);
        var (members, conversation) = await Chorus(town, town);
        var acknowledged = await Burst(members, conversation, town);
        await town.Start();
        await Holds(town.Client(Token(members[0])), conversation, acknowledged);
    }

    [Fact]
    public async Task On_PostgreSQL_two_hosts_talk_in_one_conversation_and_one_of_them_is_killed()
    {
        var connection = await server.CreateDatabase();
        await using var one = await TownProcess.Start(connection, "Production", Options);
        await using var two = await TownProcess.Start(connection, "Production", Options);
        var (members, conversation) = await Chorus(one, two);
        var acknowledged = await Burst(members, conversation, two);
        await Holds(members[0], conversation, acknowledged);
        await EverythingElseWorksHereToo(members[0], members[2], conversation);
    }

    /// <summary>Four members in a group, of whom every second one calls the other host.</summary>
    private static async Task<(HttpClient[] Members, string Conversation)> Chorus(TownProcess one, TownProcess two)
    {
        var members = (await one.Members(await one.Token("op", "read,post,admin"), "alto", "bass", "tenor", "mezzo")).ToArray();
        foreach (var friend in members[1..])
        {
            await Talk.Befriend(members[0], friend);
        }

        var conversation = await members[0].Found("Chorus", members[1..]);
        return ([members[0], two.Client(Token(members[1])), members[2], two.Client(Token(members[3]))], conversation);
    }

    private static string Token(HttpClient client) => client.DefaultRequestHeaders.Authorization!.Parameter!;

    /// <summary>Everybody talks, with keys; in the middle a host is killed. Answers what was acknowledged, by text.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> Burst(HttpClient[] members, string conversation, TownProcess victim)
    {
        var acknowledged = new ConcurrentDictionary<string, string>();
        var enough = new TaskCompletionSource();
        using var end = new CancellationTokenSource();
        var burst = members.Select((author, place) => Task.Run(async () =>
        {
            for (var turn = 0; !end.IsCancellationRequested; turn++)
            {
                var text = $"{place}-{turn}";
                try
                {
                    acknowledged[text] = await author.Said(conversation, text, text);
                    if (acknowledged.Count > 150)
                    {
                        enough.TrySetResult();
                    }
                }
                catch (Exception error) when (error is HttpRequestException or IOException or TaskCanceledException or Xunit.Sdk.XunitException)
                {
                    return;
                }
            }
        })).ToArray();
        await enough.Task;
        await victim.Kill();
        await end.CancelAsync();
        await Task.WhenAll(burst);
        return acknowledged;
    }

    private static async Task Holds(HttpClient reader, string conversation, IReadOnlyDictionary<string, string> acknowledged)
    {
        // Until the survivor has noticed the death, calls may be refused for a moment.
        await Eventually.Holds(async () => (await reader.Say(conversation, "still here", "last")).StatusCode == HttpStatusCode.Created);

        var stored = new Dictionary<string, string>();
        string? before = null;
        do
        {
            var page = await reader.GetFromJsonAsync<JsonElement>($"api/messages/{conversation}/messages?limit=100{(before is null ? "" : "&before=" + before)}");
            foreach (var item in page.GetProperty("items").EnumerateArray())
            {
                // Fails if something was sent twice.
                stored.Add(item.GetProperty("text").GetString()!, item.Id());
            }

            before = page.GetProperty("next").GetString();
        }
        while (before is not null);

        Assert.All(acknowledged, said => Assert.Equal(said.Value, stored[said.Key]));
        Assert.Equal(stored.Count, stored.Values.Distinct().Count());
        foreach (var (text, id) in acknowledged.Where(said => said.Key.StartsWith("0-", StringComparison.Ordinal)).Take(5))
        {
            Assert.Equal(id, await reader.Said(conversation, text, text));
        }
    }

    private static async Task EverythingElseWorksHereToo(HttpClient one, HttpClient other, string conversation)
    {
        Assert.Equal([conversation], await other.Conversations());
        var pair = await one.Open(other);
        var message = await one.Said(pair, "just us");
        Assert.Equal(2, await other.Unread());
        await other.MarkRead(pair, message);
        Assert.Equal(1, await other.Unread());
        await one.DeleteAsync($"api/messages/{pair}/messages/{message}").Ok(HttpStatusCode.NoContent);
        Assert.Equal(["–"], await other.Reads(pair));
        await other.DeleteAsync($"api/messages/{conversation}/membership").Ok(HttpStatusCode.NoContent);
        await one.PutAsync($"api/messages/{conversation}/members/{await SharedTown.Handle(other)}", null).Ok(HttpStatusCode.NoContent);
        Assert.Equal(["added"], await other.Reads(conversation));

        await one.GetStringAsync($"user/{await SharedTown.Handle(other)}");
        var left = (await one.GetFromJsonAsync<JsonElement>("api/footprints/left")).GetProperty("items").EnumerateArray().Single();
        Assert.Single((await other.GetFromJsonAsync<JsonElement>("api/footprints")).GetProperty("items").EnumerateArray());
        await one.DeleteAsync($"api/footprints/left/{left.Id()}").Ok(HttpStatusCode.NoContent);
        Assert.Empty((await other.GetFromJsonAsync<JsonElement>("api/footprints")).GetProperty("items").EnumerateArray());
        Assert.Empty((await one.GetFromJsonAsync<JsonElement>("api/presence")).EnumerateArray());
        await one.Json(HttpMethod.Patch, "api/me/privacy", """{"presence":false}""").Ok(HttpStatusCode.OK);
    }
}
