using Microsoft.Extensions.Time.Testing;
using OrleansMixi.Hosting;
using OrleansMixi.Storage;

namespace OrleansMixi.Communities;

public sealed class PollStoreTests : IAsyncLifetime
{
    private readonly TempDatabase _file = new();
    private readonly FakeTimeProvider _time = new(new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));
    private PollStore _polls = null!;

    public async ValueTask InitializeAsync()
    {
        var database = Database.Of(_file.ConnectionString);
        await Migrator.Migrate(database, 1, 1, TestContext.Current.CancellationToken);
        _polls = new(database, _time);
        await _polls.Add(new() { Post = 7, Community = 1, Ends = _time.GetUtcNow().AddDays(1).ToUnixTimeMilliseconds() }, ["rice", "bread"]);
    }

    public ValueTask DisposeAsync()
    {
        _file.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_member_has_one_vote_and_may_change_it_until_the_end()
    {
        Assert.True(await _polls.Vote(7, 1, 1));
        Assert.True(await _polls.Vote(7, 1, 2));
        Assert.True(await _polls.Vote(7, 1, 2));
        Assert.Equal("0 1", string.Join(" ", await Votes()));
        _time.Advance(TimeSpan.FromDays(1));
        Assert.False(await _polls.Vote(7, 1, 1));
        Assert.Equal("0 1", string.Join(" ", await Votes()));
        Assert.Equal(2, await _polls.Choice(7, 1));
    }

    [Fact]
    public async Task A_hundred_votes_at_once_are_counted_to_the_last()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(turn => _polls.Vote(7, 1 + (turn % 10), 1 + (turn % 2))));
        Assert.Equal(10, (await Votes()).Sum());
    }

    [Fact]
    public async Task There_is_no_voting_for_what_is_not_there()
    {
        Assert.False(await _polls.Vote(7, 1, 3));
        Assert.False(await _polls.Vote(8, 1, 1));
    }

    private async Task<int[]> Votes() => [.. (await _polls.Options(7)).Select(option => option.Votes)];
}
