using Dapper;
using Npgsql;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Towns;

namespace OrleansMixi.Town;

/// <summary>A host on a PostgreSQL of its own, with the members, edges, communities, posts and conversations of a town.</summary>
internal sealed class TownServer(TemporaryPostgres postgres, ServerProcess server, TownPeople people) : IAsyncDisposable
{
    private static readonly (string, string)[] Settings = [("Mixi__Limits__WritesPerWindow", "1000000000")];

    public ServerProcess Server => server;

    public TemporaryPostgres Postgres => postgres;

    public TownPeople People => people;

    /// <summary>Builds the town with a host on all processors, and starts the host that is measured on some.</summary>
    public static async Task<TownServer> Start(TownGraph graph, string processors)
    {
        var postgres = await TemporaryPostgres.Start(durable: true);
        var connection = await postgres.CreateDatabase();
        var people = new TownPeople(graph);
        await using (var maker = await ServerProcess.Start(connection, "0,1", Settings))
        {
            await people.Come(maker);
            await Bind(connection, graph);
        }

        // A host reads the edges when it starts.
        await using (var maker = await ServerProcess.Start(connection, "0,1", Settings))
        {
            await people.Begin(maker);
        }

        await Analyze(connection);
        return new(postgres, await ServerProcess.Start(connection, processors, Settings), people);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await postgres.DisposeAsync();
    }

    // Binding them one by one over the API is not what is measured.
    private static async Task Bind(string connectionString, TownGraph graph)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        var numbers = (await connection.QueryAsync<(int Number, string Handle)>("select number, handle from members")).ToDictionary(member => member.Handle, member => member.Number);
        var communities = (await connection.QueryAsync<(int Number, string Slug)>("select number, slug from communities")).ToDictionary(community => community.Slug, community => community.Number);
        var edges = Enumerable.Range(0, graph.Members).SelectMany(member => Enumerable.Concat(
                graph.Friends(member).Select(friend => (Topic: Topic.User(numbers[TownPeople.Handle(friend)]), Kind: EdgeKind.Friend | EdgeKind.Follow)),
                graph.Follows(member).Select(other => (Topic: Topic.User(numbers[TownPeople.Handle(other)]), Kind: EdgeKind.Follow)))
            .Concat(graph.CommunitiesOf(member).Select(community => (Topic: Topic.Community(communities[TownPeople.Slug(community)]), Kind: EdgeKind.Member | EdgeKind.Follow)))
            .Select(edge => (Member: numbers[TownPeople.Handle(member)], edge.Topic, edge.Kind))).ToArray();
        await connection.ExecuteAsync(
            """
            insert into edges (shard, member, topic, kind, since)
            select member % shape.shards, member, topic, kind, 0 from shape, unnest(@members, @topics, @kinds) as e(member, topic, kind) on conflict do nothing
            """,
            new
            {
                members = Array.ConvertAll(edges, edge => edge.Member),
                topics = Array.ConvertAll(edges, edge => edge.Topic.Value),
                kinds = Array.ConvertAll(edges, edge => (int)edge.Kind),
            });
    }

    // PostgreSQL would look at the new tables within a minute by itself.
    private static async Task Analyze(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.ExecuteAsync("vacuum (analyze)");
    }
}
