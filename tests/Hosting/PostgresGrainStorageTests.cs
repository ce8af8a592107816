using OrleansMixi.Postgres;
using OrleansMixi.Storage;

namespace OrleansMixi.Hosting;

[Collection(nameof(PostgresCollection))]
public sealed class PostgresGrainStorageTests(PostgresServer server) : GrainStorageTests
{
    protected override async Task<Database> CreateDatabase() => Database.Of(await server.CreateDatabase());
}
