using System.Text;
using Npgsql;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Towns;

namespace OrleansMixi.Push;

/// <summary>OrleansMixi: a host on PostgreSQL, readers at its hub, posts through its API.</summary>
internal sealed class MixiPush(TemporaryPostgres postgres, ServerProcess server, IReadOnlyDictionary<string, string> tokens) : IPushServer
{
    private static readonly (string, string)[] Settings = [("Mixi__Limits__WritesPerWindow", "1000000000")];
    private readonly HttpClient[] _authors = [.. Enumerable.Range(0, tokens.Keys.Count(handle => handle.StartsWith("push-author", StringComparison.Ordinal)))
        .Select(author => server.Client(tokens[PushGraph.Author(author)]))];

    public string Name => "orleansmixi";

    public int Port => server.Port;

    public TimeSpan ProcessorTime => server.ProcessorTime;

    /// <summary>Makes a town with the graph's members and edges, and starts a host on it.</summary>
    public static async Task<MixiPush> Start(PushGraph graph)
    {
        var postgres = await TemporaryPostgres.Start(durable: true);
        var connection = await postgres.CreateDatabase();
        var tokens = new Dictionary<string, string>();
        await using (var maker = await ServerProcess.Start(connection, "0,1", Settings))
        {
            var handles = Enumerable.Range(0, graph.Authors + 1).Select(PushGraph.Author).Concat(Enumerable.Range(0, graph.Readers).Select(PushGraph.Reader));
            foreach (var (handle, token) in await maker.Members(await maker.Token("op", "admin"), handles))
            {
                tokens[handle] = token;
            }
        }

        await Follow(connection, graph);
        return new(postgres, await ServerProcess.Start(connection, "0", Settings), tokens);
    }

    public ReaderHello Hello(int reader) => new(
        "/hubs/feed", $"Authorization: Bearer {tokens[PushGraph.Reader(reader)]}\r\n",
        [
            "{\"protocol\":\"json\",\"version\":1}\u001e",
            $$"""{"type":1,"invocationId":"1","target":"Watch","arguments":[["home","{{PushGraph.Topic(0)}}"],null]}""" + "\u001e",
        ],
        "\"type\":3", "{\"type\":6}\u001e");

    public async Task Publish(IReadOnlyList<PushPost> posts)
    {
        using var body = new ByteArrayContent(Encoding.ASCII.GetBytes($"[{string.Join(',', posts.Select(post => $$"""{"text":"{{post.Text}}"}"""))}]"));
        body.Headers.ContentType = new("application/json");
        using var answer = await _authors[posts[0].Author].PostAsync("api/posts", body);
        var bytes = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        if (bytes.AsSpan().Count("\"status\":201"u8) != posts.Count)
        {
            throw new InvalidOperationException($"Not all posts were taken: {Encoding.UTF8.GetString(bytes)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        Array.ForEach(_authors, author => author.Dispose());
        await server.DisposeAsync();
        await postgres.DisposeAsync();
    }

    // A host reads the edges when it starts; following one by one over the API is not what is measured.
    private static async Task Follow(string connectionString, PushGraph graph)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var numbers = new Dictionary<string, int>();
        await using (var select = new NpgsqlCommand("select number, handle from members", connection))
        await using (var rows = await select.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
            {
                numbers[rows.GetString(1)] = rows.GetInt32(0);
            }
        }

        var edges = Enumerable.Range(0, graph.Readers).SelectMany(reader => graph.Followed(reader).Select(author =>
            (Member: numbers[PushGraph.Reader(reader)], Topic: Topic.User(numbers[PushGraph.Author(author)]).Value))).ToArray();
        await using var insert = new NpgsqlCommand(
            $"insert into edges (shard, member, topic, kind, since) select member % shape.shards, member, topic, {(int)EdgeKind.Follow}, 0 from shape, unnest(@members, @topics) as e(member, topic)",
            connection);
        insert.Parameters.AddWithValue("members", edges.Select(edge => edge.Member).ToArray());
        insert.Parameters.AddWithValue("topics", edges.Select(edge => edge.Topic).ToArray());
        await insert.ExecuteNonQueryAsync();
    }
}
