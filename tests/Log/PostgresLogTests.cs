using OrleansMixi.Hosting;
using OrleansMixi.Postgres;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Log;

[Collection(nameof(PostgresCollection))]
public sealed class PostgresLogTests(PostgresServer server) : LogConformance
{
    [Fact]
    public async Task A_row_that_the_database_refuses_does_not_fail_its_neighbours()
    {
        var (store, _) = await Two();
        await using var log = await Log(store);
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
        {
            try
            {
                return await log.Append(Post() with { Body = new(PostForm.Voice, null, number == 11 ? "bad \0 text" : "good", null, null) }) is null ? "none" : "good";
            }
            catch (MixiException refusal)
            {
                return refusal.Code;
            }
        }));
        Assert.Equal(Enumerable.Range(0, 20).Select(number => number == 11 ? "invalid" : "good"), results);
    }

    [Fact]
    public async Task A_commit_of_another_host_arrives_by_the_doorbell()
    {
        var database = (PostgresDatabase)await NewDatabase();
        var shape = await Migrator.Migrate(database, 8, 16);
        await using var one = await LogHost.Start(database, shape, poll: TimeSpan.FromMinutes(5));
        await using var two = await LogHost.Start(database, shape, poll: TimeSpan.FromMinutes(5));
        // The listening connection needs a moment to stand; from then on every commit arrives by it alone, since no poll comes.
        await Eventually.Holds(async () =>
        {
            var id = (await one.Log.Append(Post()))!.Header.Id;
            try
            {
                await two.Sees(id).WaitAsync(TimeSpan.FromSeconds(1));
                return true;
            }
            catch (TimeoutException)
            {
                return false;
            }
        });
    }

    [Fact]
    public async Task A_commit_of_another_host_arrives_by_the_poll_when_the_doorbell_is_lost()
    {
        var database = (PostgresDatabase)await NewDatabase();
        var shape = await Migrator.Migrate(database, 8, 16);
        await using var two = await LogHost.Start(database, shape, poll: TimeSpan.FromMilliseconds(50));
        var store = LogStore.Of(database, shape, TimeProvider.System);
        var written = await store.Commit(shape.QueueOf(Author), [Post(), Post()]);
        await two.Sees(written.To).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(written.Written.Select(entry => entry!.Header.Id), two.Seen.Select(entry => entry.Header.Id));
    }

    protected override async Task<Database> NewDatabase() => Storage.Database.Of(await server.CreateDatabase());
}
