using OrleansMixi.Postgres;

namespace OrleansMixi.Friends;

[Collection(nameof(PostgresCollection))]
public sealed class PostgresFriendLimitTests(PostgresServer server) : FriendLimitConformance
{
    protected override Task<string> CreateDatabase() => server.CreateDatabase();
}
