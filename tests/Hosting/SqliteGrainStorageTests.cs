using Microsoft.Data.Sqlite;
using OrleansMixi.Storage;

namespace OrleansMixi.Hosting;

public sealed class SqliteGrainStorageTests : GrainStorageTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mixi-").FullName;

    protected override Task<Database> CreateDatabase() => Task.FromResult(Database.Of($"Data Source={_folder}/mixi.db"));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
