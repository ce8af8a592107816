using OrleansMixi.Towns;

namespace OrleansMixi.Postgres;

/// <summary>One throw-away PostgreSQL server, shared by the tests of <see cref="PostgresCollection"/>.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private TemporaryPostgres _server = null!;

    public async ValueTask InitializeAsync() => _server = await TemporaryPostgres.Start(durable: false);

    /// <summary>Creates an empty database and answers its connection string.</summary>
    public Task<string> CreateDatabase() => _server.CreateDatabase();

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
