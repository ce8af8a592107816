using Microsoft.Extensions.Time.Testing;
using OrleansMixi.Storage;

namespace OrleansMixi.Log;

public sealed class SqliteLogTests : LogConformance, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mixi-log-");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_clock_that_stands_or_steps_back_gives_rising_ids_all_the_same()
    {
        var database = await NewDatabase();
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-05-01T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture)) { AutoAdvanceAmount = TimeSpan.Zero };
        var log = LogStore.Of(database, await Migrator.Migrate(database, 8, 16), clock);
        var first = await log.Commit(log.Shape.QueueOf(Author), [Post(), Post()]);
        var standing = await log.Commit(log.Shape.QueueOf(Author), [Post()]);
        var back = LogStore.Of(database, log.Shape, new FakeTimeProvider(clock.GetUtcNow().AddHours(-1)));
        var later = await back.Commit(log.Shape.QueueOf(Author), [Post()]);
        Assert.True(first.Written[1]!.Header.Id < standing.Written[0]!.Header.Id);
        Assert.True(standing.Written[0]!.Header.Id < later.Written[0]!.Header.Id);
    }

    protected override Task<Database> NewDatabase() =>
        Task.FromResult(Storage.Database.Of($"Data Source={Path.Combine(_folder.FullName, Path.GetRandomFileName())}.db"));
}
