using Microsoft.Extensions.Time.Testing;
using OrleansMixi.Hosting;
using OrleansMixi.Storage;

namespace OrleansMixi.Footprints;

/// <summary>What time does to footprints, under a clock that the test turns.</summary>
public sealed class FootprintClockTests : IAsyncLifetime
{
    private readonly TempDatabase _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 4, 10, 0, 0, TimeSpan.Zero));
    private FootprintStore _store = null!;

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    public async ValueTask InitializeAsync()
    {
        var database = Database.Of(_folder.ConnectionString);
        await Migrator.Migrate(database, 1, 1);
        _store = new(database);
        await _store.Add([new(1, 2, 100, Now, 0)]);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_sweep_removes_what_is_older_than_it_is_kept()
    {
        var options = Microsoft.Extensions.Options.Options.Create(new FootprintOptions());
        _time.Advance(TimeSpan.FromDays(29.9));
        await _store.Add([new(1, 3, 160, Now, 0)]);
        using var sweep = new FootprintSweep(_store, options, _time, NullLogger<FootprintSweep>.Instance);
        await sweep.StartAsync(TestContext.Current.CancellationToken);
        await Until(count => count == 2);
        _time.Advance(TimeSpan.FromDays(1));
        await Until(count => count == 1);
        await sweep.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(3, (await _store.At(1, 0, long.MaxValue, 10)).Single().Visitor);
    }

    [Fact]
    public async Task The_same_stretch_keeps_the_first_visit_and_the_next_one_another()
    {
        Assert.Empty(await _store.Add([new(1, 2, 100, Now + 5, 7)]));
        Assert.Equal([1], await _store.Add([new(1, 2, 101, Now + 9, 7)]));
        Assert.Equal([(101, 7L), (100, 0L)], (await _store.At(1, 0, long.MaxValue, 10)).Select(footprint => (footprint.Slot, footprint.Post)));
    }

    [Fact]
    public async Task Every_month_begins_with_the_full_number_of_take_backs()
    {
        await _store.Add([.. Enumerable.Range(0, 4).Select(number => new Footprint(10 + number, 2, 100, Now, 0))]);
        Assert.True(await _store.TakeBack(2, 10, 100, month: 1, limit: 1));
        Assert.False(await _store.TakeBack(2, 11, 100, month: 1, limit: 1));
        Assert.Null(await _store.TakeBack(2, 10, 100, month: 1, limit: 1));
        Assert.True(await _store.TakeBack(2, 11, 100, month: 2, limit: 1));
        Assert.True(await _store.TakeBack(2, 12, 100, month: 1, limit: 2));
        Assert.False(await _store.TakeBack(2, 13, 100, month: 3, limit: 0));
    }

    private Task Until(Func<int, bool> condition) => Eventually.Holds(async () => condition((await _store.At(1, 0, long.MaxValue, 10)).Count));
}
