using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using OrleansMixi.Storage;

namespace OrleansMixi.Hosting;

/// <summary>What grain storage promises, the same on both databases.</summary>
public abstract class GrainStorageTests : IAsyncLifetime
{
    private static readonly GrainId Someone = GrainId.Create("note", "someone");
    private Database _database = null!;
    private TestSilo _silo = null!;

    private IGrainStorage Storage => _silo.Services.GetRequiredKeyedService<IGrainStorage>(GrainStorageHosting.Mixi);

    protected abstract Task<Database> CreateDatabase();

    public async ValueTask InitializeAsync()
    {
        _database = await CreateDatabase();
        await Migrator.Migrate(_database, queues: 1, shards: 1, TestContext.Current.CancellationToken);
        _silo = await TestSilo.Start(_database);
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _silo.DisposeAsync();
        if (_database is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }

    [Fact]
    public async Task State_survives_a_restart_of_the_silo()
    {
        await _silo.Grains.GetGrain<INoteGrain>("keeper").Write("熱力学");
        await _silo.DisposeAsync();

        _silo = await TestSilo.Start(_database);

        Assert.Equal("熱力学", await _silo.Grains.GetGrain<INoteGrain>("keeper").Read());
    }

    [Fact]
    public async Task Of_concurrent_first_writes_one_leaves_its_row_and_the_others_see_an_inconsistent_state()
    {
        const int Writers = 8;
        for (var round = 0; round < 10; round++)
        {
            var grain = GrainId.Create("note", $"race-{round}");
            var states = Enumerable.Range(0, Writers).Select(writer => Note($"{writer}")).ToArray();
            var outcomes = await Task.WhenAll(states.Select(state => Attempt(grain, state)));

            var winner = Assert.Single(states.Zip(outcomes), pair => pair.Second is null).First;
            Assert.Equal(Writers - 1, outcomes.Count(error => error is InconsistentStateException));
            Assert.Equal(winner.State?.Text, (await Read(grain)).State?.Text);
        }

        Assert.Equal(10, await Rows());
    }

    [Fact]
    public async Task Of_concurrent_writes_on_one_etag_one_wins()
    {
        await Write(Someone, Note("first"));
        var readers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Read(Someone)));

        var outcomes = await Task.WhenAll(readers.Select(state => Attempt(Someone, state)));

        Assert.Single(outcomes, error => error is null);
        Assert.Equal(7, outcomes.Count(error => error is InconsistentStateException));
    }

    [Fact]
    public async Task A_stale_etag_can_neither_write_nor_clear()
    {
        await Write(Someone, Note("first"));
        var stale = await Read(Someone);
        var fresh = await Read(Someone);
        fresh.State = new() { Text = "second" };
        await Write(Someone, fresh);

        await Assert.ThrowsAsync<InconsistentStateException>(() => Write(Someone, stale));
        await Assert.ThrowsAsync<InconsistentStateException>(() => Clear(Someone, stale));
        Assert.Equal("second", (await Read(Someone)).State?.Text);
    }

    [Fact]
    public async Task Cleared_state_is_absent_and_can_be_written_again()
    {
        var state = Note("first");
        await Write(Someone, state);
        var stale = await Read(Someone);

        await Clear(Someone, state);

        var cleared = await Read(Someone);
        Assert.False(cleared.RecordExists);
        Assert.Null(cleared.State?.Text);
        cleared.State = new() { Text = "again" };
        await Write(Someone, cleared);
        Assert.Equal("again", (await Read(Someone)).State?.Text);
        await Assert.ThrowsAsync<InconsistentStateException>(() => Write(Someone, stale));
    }

    [Fact]
    public async Task Kinds_of_keys_do_not_meet()
    {
        IdSpan[] keys = [IdSpan.Create("a-b"), IdSpan.Create("A-b"), GrainIdKeyExtensions.CreateIntegerKey(7), GrainIdKeyExtensions.CreateIntegerKey(7, "x"), GrainIdKeyExtensions.CreateGuidKey(Guid.NewGuid()), IdSpan.Create("漢字")];
        foreach (var key in keys)
        {
            await Write(GrainId.Create(GrainType.Create("note"), key), Note($"{key}"));
        }

        foreach (var key in keys)
        {
            Assert.Equal($"{key}", (await Read(GrainId.Create(GrainType.Create("note"), key))).State?.Text);
        }
    }

    private static GrainState<NoteState> Note(string text) => new(new NoteState { Text = text });

    private Task Write(GrainId grain, GrainState<NoteState> state) => Storage.WriteStateAsync(NoteGrain.State, grain, state);

    private async Task<Exception?> Attempt(GrainId grain, GrainState<NoteState> state) => await Record.ExceptionAsync(() => Write(grain, state));

    private Task Clear(GrainId grain, GrainState<NoteState> state) => Storage.ClearStateAsync(NoteGrain.State, grain, state);

    private async Task<GrainState<NoteState>> Read(GrainId grain)
    {
        var state = new GrainState<NoteState>(new NoteState());
        await Storage.ReadStateAsync(NoteGrain.State, grain, state);
        return state;
    }

    private async Task<long> Rows()
    {
        await using var connection = await _database.Open();
        return await connection.ExecuteScalarAsync<long>("select count(*) from orleans_storage");
    }
}
