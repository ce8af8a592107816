using OrleansMixi.Hosting;
using OrleansMixi.Postgres;
using OrleansMixi.Storage;

namespace OrleansMixi.Notifications;

[Collection(nameof(PostgresCollection))]
public sealed class NotificationStoreTests(PostgresServer server)
{
    [Fact]
    public async Task On_SQLite_only_the_newest_are_kept_and_a_hundred_at_once_write_one()
    {
        using var database = new TempDatabase();
        await IsBounded(Database.Of(database.ConnectionString));
    }

    [Fact]
    public async Task On_PostgreSQL_only_the_newest_are_kept_and_a_hundred_at_once_write_one() =>
        await IsBounded(Database.Of(await server.CreateDatabase()));

    private static async Task IsBounded(Database database)
    {
        await Migrator.Migrate(database, 8, 16);
        var store = new NotificationStore(database, Options.Create(new NotificationOptions { Kept = 5, Actors = 3 }));
        var told = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => store.Add([new(1, NotificationKind.FriendRequest, 7, 7, 0, 50)])));
        Assert.Single(told, changed => changed.Count == 1);
        Assert.Single(await store.Of(1, long.MaxValue, 10));

        await store.Add([.. Enumerable.Range(1, 20).Select(post => new NewNotification(1, NotificationKind.Mention, post, 2, post, 100 + post))]);
        Assert.Equal([20, 19, 18, 17, 16], (await store.Of(1, long.MaxValue, 10)).Select(row => row.Subject));
        await store.Add([.. Enumerable.Range(1, 20).Select(actor => new NewNotification(1, NotificationKind.Reaction, 9, actor, 0, 200 + actor))]);
        Assert.Equal([18, 19, 20], (await store.Known(1, NotificationKind.Reaction, 9)).Order());

        // One that is older than all that are kept goes again at once, and is no news.
        await store.Add([new(1, NotificationKind.Mention, 3, 2, 3, 103)]);
        Assert.DoesNotContain(3, (await store.Of(1, long.MaxValue, 10)).Select(row => row.Subject));
    }
}
