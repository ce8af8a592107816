using Dapper;
using Npgsql;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Push;
using OrleansMixi.Towns;

namespace OrleansMixi.EndToEnd;

/// <summary>A host on a PostgreSQL of its own, with members who hold tokens and readers who follow the authors of a graph.</summary>
internal sealed class ReaderTown(TemporaryPostgres postgres, ServerProcess server, IReadOnlyDictionary<string, string> tokens) : IAsyncDisposable
{
    private static readonly (string, string)[] Settings = [("Mixi__Limits__WritesPerWindow", "1000000000")];

    public ServerProcess Server => server;

    /// <summary>Makes members and edges with a host on all processors, and starts the host that is measured on some.</summary>
    public static async Task<ReaderTown> Start(PushGraph graph, string processors)
    {
        var postgres = await TemporaryPostgres.Start(durable: true);
        var connection = await postgres.CreateDatabase();
        var tokens = new Dictionary<string, string>();
        await using (var maker = await ServerProcess.Start(connection, "0,1", Settings))
        {
            var handles = Enumerable.Range(1, graph.Authors).Select(PushGraph.Author).Concat(Enumerable.Range(0, graph.Readers).Select(PushGraph.Reader));
            foreach (var (handle, token) in await maker.Members(await maker.Token("op", "admin"), handles))
            {
                tokens[handle] = token;
            }
        }

        await Follow(connection, graph);
        return new(postgres, await ServerProcess.Start(connection, processors, Settings), tokens);
    }

    /// <summary>The access token of a member.</summary>
    public string Token(string handle) => tokens[handle];

    /// <summary>How a reader opens its WebSocket and watches home.</summary>
    public ReaderHello Hello(int reader) => new(
        "/hubs/feed", $"Authorization: Bearer {Token(PushGraph.Reader(reader))}\r\n",
        [
            "{\"protocol\":\"json\",\"version\":1}\u001e",
            """{"type":1,"invocationId":"1","target":"Watch","arguments":[["home"],null]}""" + "\u001e",
        ],
        "\"type\":3", "{\"type\":6}\u001e");

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await postgres.DisposeAsync();
    }

    // A host reads the edges when it starts; following one by one over the API is not what is measured.
    private static async Task Follow(string connectionString, PushGraph graph)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        var numbers = (await connection.QueryAsync<(int Number, string Handle)>("select number, handle from members")).ToDictionary(member => member.Handle, member => member.Number);
        var edges = Enumerable.Range(0, graph.Readers).SelectMany(reader => graph.Followed(reader).Select(author =>
            (Member: numbers[PushGraph.Reader(reader)], Topic: Topic.User(numbers[PushGraph.Author(author)]).Value))).ToArray();
        await connection.ExecuteAsync(
            "insert into edges (shard, member, topic, kind, since) select member % shape.shards, member, topic, @follow, 0 from shape, unnest(@members, @topics) as e(member, topic)",
            new { follow = (int)EdgeKind.Follow, members = Array.ConvertAll(edges, edge => edge.Member), topics = Array.ConvertAll(edges, edge => edge.Topic) });
    }
}
