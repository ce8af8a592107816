using Microsoft.Extensions.Time.Testing;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Log;

public sealed class PostLogTests : IAsyncDisposable
{
    private static readonly LogOptions Limits = new() { CommitBatch = 3, Waiting = 5, Deadline = TimeSpan.FromSeconds(8) };

    private readonly FakeTimeProvider _clock = new();
    private readonly GatedStore _store;
    private readonly PostLog _log;

    public PostLogTests()
    {
        var database = Database.Of("Data Source=never-opened.db");
        _store = new(database);
        _log = new(_store, new(_store, Options.Create(Limits)), database, Options.Create(Limits), NullLogger<PostLog>.Instance, _clock);
    }

    public async ValueTask DisposeAsync()
    {
        _store.Let(100);
        await _log.DisposeAsync();
        _store.Dispose();
    }

    [Fact]
    public async Task Who_waits_longer_than_the_deadline_is_told_so_and_the_entry_is_written_all_the_same()
    {
        var early = _log.Append(Post("early"));
        await _store.Reached.Task;
        var queued = _log.Append(Post("queued"));
        _clock.Advance(Limits.Deadline / 2);
        var late = _log.Append(Post("late"));
        _clock.Advance(Limits.Deadline / 2);

        Assert.Equal("unavailable", (await Assert.ThrowsAsync<MixiException>(() => early)).Code);
        Assert.Equal("unavailable", (await Assert.ThrowsAsync<MixiException>(() => queued)).Code);
        Assert.False(late.IsCompleted);

        _store.Let(2);
        Assert.Equal("late", (await late)!.Body!.Text);
        Assert.Equal(["early", "queued", "late"], _store.Committed.Select(entry => entry.Body!.Text));
    }

    [Fact]
    public async Task What_waits_shares_commits_in_the_order_in_which_it_came()
    {
        var posts = new List<Task<Activity?>> { _log.Append(Post("0")) };
        await _store.Reached.Task;
        posts.AddRange(Enumerable.Range(1, 5).Select(number => _log.Append(Post($"{number}"))));
        _store.Let(3);
        var ids = (await Task.WhenAll(posts)).Select(written => written!.Header.Id);
        Assert.Equal([1, 2, 3, 4, 5, 6], ids);
        Assert.Equal(["0", "1", "2", "3", "4", "5"], _store.Committed.Select(entry => entry.Body!.Text));
    }

    [Fact]
    public async Task One_more_than_may_wait_is_refused()
    {
        _ = _log.Append(Post("in the commit"));
        await _store.Reached.Task;
        for (var waiting = 0; waiting < Limits.Waiting; waiting++)
        {
            _ = _log.Append(Post("waits"));
        }

        Assert.Equal("unavailable", (await Assert.ThrowsAsync<MixiException>(() => _log.Append(Post("too many")))).Code);
    }

    [Fact]
    public async Task What_waits_when_the_host_stops_is_written_and_nothing_is_taken_afterwards()
    {
        var first = _log.Append(Post("first"));
        await _store.Reached.Task;
        var second = _log.Append(Post("second"));
        var stopping = _log.DisposeAsync();
        await Assert.ThrowsAsync<MixiException>(() => _log.Append(Post("after")));
        _store.Let(2);
        await stopping;
        Assert.NotNull(await first);
        Assert.NotNull(await second);
    }

    private static LogEntry Post(string text) => new(ActivityKind.Post, 7, 7, Topic.User(7), Body: new(PostForm.Voice, null, text, null, null));
}
