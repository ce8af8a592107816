using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrleansMixi.Postgres;
using OrleansMixi.Storage;

namespace OrleansMixi.Hosting;

[Collection(nameof(PostgresCollection))]
public sealed class PostgresClusterTests(PostgresServer server) : IAsyncLifetime
{
    private PostgresDatabase _database = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = new PostgresDatabase(await server.CreateDatabase());
        await Migrator.Migrate(_database, queues: 1, shards: 1, Stop);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Two_silos_see_each_other_come_and_go()
    {
        await using var first = await TestSilo.Start(_database);
        await using (await TestSilo.Start(_database))
        {
            await ActiveSilos(first, count: 2);
        }

        await ActiveSilos(first, count: 1);
    }

    [Fact]
    public async Task Silos_of_another_cluster_on_the_same_database_are_strangers()
    {
        await using var ours = await TestSilo.Start(_database);
        await using var theirs = await TestSilo.Start(_database, ("Mixi:Cluster:ClusterId", "other"));

        await ActiveSilos(ours, count: 1);
        await ActiveSilos(theirs, count: 1);
    }

    [Fact]
    public async Task A_client_without_a_silo_finds_the_cluster_through_the_database()
    {
        await using var silo = await TestSilo.Start(_database);
        await using var client = await TestSilo.StartClient(_database);

        await client.Grains.GetGrain<INoteGrain>("guest").Write("hello");

        Assert.Equal("hello", await silo.Grains.GetGrain<INoteGrain>("guest").Read());
    }

    [Fact]
    public async Task A_silo_that_decides_on_an_older_view_changes_nothing()
    {
        await using var silo = await TestSilo.Start(_database);
        var table = silo.Services.GetRequiredService<IMembershipTable>();
        var view = await table.ReadAllAsync(Stop);
        var late = Dead(1);

        Assert.True(await table.InsertRowAsync(late, view.Version.Next(), Stop));
        Assert.False(await table.InsertRowAsync(Dead(2), view.Version.Next(), Stop));
        var newer = await table.ReadRowAsync(late.SiloAddress, Stop);
        Assert.False(await table.InsertRowAsync(late, newer.Version.Next(), Stop));
        late.AddSuspector(late.SiloAddress, late.StartTime);
        Assert.False(await table.UpdateRowAsync(late, view.Version.VersionEtag, view.Version.Next(), Stop));
        Assert.True(await table.UpdateRowAsync(late, newer.Version.VersionEtag, newer.Version.Next(), Stop));

        var after = await table.ReadAllAsync(Stop);
        Assert.Equal(view.Version.Version + 2, after.Version.Version);
        Assert.Equal(2, after.Members.Count);
        Assert.Single(after.Members.Single(member => member.Item1.SiloAddress.Equals(late.SiloAddress)).Item1.SuspectTimes!);
    }

    [Fact]
    public async Task Silos_long_dead_are_swept_out()
    {
        await using var silo = await TestSilo.Start(_database);
        var table = silo.Services.GetRequiredService<IMembershipTable>();
        var dead = Dead(1);
        Assert.True(await table.InsertRowAsync(dead, (await table.ReadAllAsync(Stop)).Version.Next(), Stop));

        await table.CleanupDefunctSiloEntriesAsync(new DateTimeOffset(dead.StartTime).AddDays(-1), Stop);
        Assert.Equal(2, (await table.ReadAllAsync(Stop)).Members.Count);
        await table.CleanupDefunctSiloEntriesAsync(new DateTimeOffset(dead.StartTime).AddDays(1), Stop);

        Assert.Equal(SiloStatus.Active, Assert.Single((await table.ReadAllAsync(Stop)).Members).Item1.Status);
    }

    private static MembershipEntry Dead(int generation)
    {
        // Just now: the silo itself sweeps out what is older than a week, at any moment.
        var time = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new()
        {
            SiloAddress = SiloAddress.New(IPAddress.Loopback, 1, generation),
            SiloName = "gone",
            HostName = "gone",
            Status = SiloStatus.Dead,
            StartTime = time,
            IAmAliveTime = time,
        };
    }

    private static async Task ActiveSilos(TestSilo silo, int count)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        var updates = silo.Services.GetRequiredService<IClusterMembershipService>().MembershipUpdates;
        await foreach (var view in updates.WithCancellation(patience.Token))
        {
            if (view.Members.Values.Count(member => member.Status == SiloStatus.Active) == count)
            {
                return;
            }
        }
    }
}
