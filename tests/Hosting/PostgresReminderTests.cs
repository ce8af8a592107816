using Microsoft.Extensions.DependencyInjection;
using OrleansMixi.Postgres;
using OrleansMixi.Storage;

namespace OrleansMixi.Hosting;

[Collection(nameof(PostgresCollection))]
public sealed class PostgresReminderTests(PostgresServer server) : IAsyncLifetime
{
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private PostgresDatabase _database = null!;
    private TestSilo _silo = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IReminderTable Table => _silo.Services.GetRequiredService<IReminderTable>();

    public async ValueTask InitializeAsync()
    {
        _database = new PostgresDatabase(await server.CreateDatabase());
        await Migrator.Migrate(_database, queues: 1, shards: 1, Stop);
        _silo = await TestSilo.Start(_database);
    }

    public async ValueTask DisposeAsync()
    {
        await _silo.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_reminder_survives_a_restart_until_it_is_removed()
    {
        await _silo.Grains.GetGrain<INoteGrain>("sleeper").RemindMe("wake", TimeSpan.FromDays(40));
        await _silo.DisposeAsync();
        _silo = await TestSilo.Start(_database);
        var sleeper = _silo.Grains.GetGrain<INoteGrain>("sleeper");

        Assert.Equal(["wake"], await sleeper.Reminders());
        await sleeper.Forget("wake");

        Assert.Empty(await sleeper.Reminders());
    }

    [Fact]
    public async Task A_reminder_is_read_back_as_it_was_written()
    {
        var entry = Entry("reader", "weekly", TimeSpan.FromDays(7));
        var etag = await Table.UpsertRow(entry, Stop);

        var read = await Table.ReadRow(entry.GrainId, "weekly", Stop);

        Assert.NotNull(read);
        Assert.Equal((entry.GrainId, "weekly", Start, TimeSpan.FromDays(7), etag), (read.GrainId, read.ReminderName, read.StartAt, read.Period, read.ETag));
        Assert.Null(await Table.ReadRow(entry.GrainId, "monthly", Stop));
    }

    [Fact]
    public async Task An_older_etag_does_not_remove_a_reminder_even_if_it_was_made_anew()
    {
        var entry = Entry("reader", "weekly", TimeSpan.FromDays(7));
        var first = await Table.UpsertRow(entry, Stop);
        var second = await Table.UpsertRow(entry, Stop);

        Assert.False(await Table.RemoveRow(entry.GrainId, "weekly", first!, Stop));
        Assert.True(await Table.RemoveRow(entry.GrainId, "weekly", second!, Stop));
        await Table.UpsertRow(entry, Stop);
        Assert.False(await Table.RemoveRow(entry.GrainId, "weekly", first!, Stop));
    }

    [Fact]
    public async Task Every_reminder_lies_in_exactly_one_part_of_the_ring()
    {
        for (var i = 0; i < 64; i++)
        {
            await Table.UpsertRow(Entry($"reader-{i}", "weekly", TimeSpan.FromDays(7)), Stop);
        }

        uint[] cuts = [0x10000000, 0x7FFFFFFF, 0x90000000, 0xF0000000];
        var parts = await Task.WhenAll(cuts.Select((begin, i) => Table.ReadRows(begin, cuts[(i + 1) % cuts.Length], Stop)));

        Assert.Equal(64, parts.Sum(part => part.Reminders.Count));
        Assert.Equal(64, parts.SelectMany(part => part.Reminders).DistinctBy(reminder => reminder.GrainId).Count());
        Assert.Equal(64, (await Table.ReadRows(5, 5, Stop)).Reminders.Count);
    }

    private static ReminderEntry Entry(string grain, string name, TimeSpan period) =>
        new() { GrainId = GrainId.Create("note", grain), ReminderName = name, StartAt = Start, Period = period };
}
