using Microsoft.Extensions.Time.Testing;
using OrleansMixi.Hosting;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;
using OrleansMixi.Privacy;
using OrleansMixi.Storage;

namespace OrleansMixi.Presence;

/// <summary>Presence under a clock that the test turns.</summary>
public sealed class PresenceTests : IAsyncLifetime
{
    private static readonly TimeSpan Slot = TimeSpan.FromMinutes(5);
    private readonly TempDatabase _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 4, 10, 0, 30, TimeSpan.Zero));
    private Database _database = null!;
    private PrivacyStore _privacy = null!;
    private PresenceBook _book = null!;
    private Viewer _viewer = null!;
    private int _member;

    public async ValueTask InitializeAsync()
    {
        _database = Database.Of(_folder.ConnectionString);
        await Migrator.Migrate(_database, 1, 1);
        var members = new MemberStore(_database, _time);
        _member = (await members.Create("hanako", null)).Number;
        _viewer = Viewer.Anonymous with { Member = (await members.Create("taro", null)).Number };
        _privacy = new(_database, Options.Create(new LogOptions()));
        _book = Book();
    }

    public async ValueTask DisposeAsync()
    {
        await _book.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Activity_shows_as_now_then_today_then_this_week_then_not_at_all()
    {
        _book.Note(_member);
        _time.Advance(Slot);
        Assert.Equal(PresenceLevel.Now, await Level());
        _time.Advance(Slot);
        Assert.Equal(PresenceLevel.Today, await Level());
        _time.Advance(TimeSpan.FromHours(13));
        Assert.Equal(PresenceLevel.Today, await Level());
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(PresenceLevel.Week, await Level());
        _time.Advance(TimeSpan.FromDays(5));
        Assert.Equal(PresenceLevel.Week, await Level());
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(PresenceLevel.Unknown, await Level());
    }

    [Fact]
    public async Task Watching_for_the_moment_of_the_change_tells_no_more_than_the_stretch_of_time()
    {
        // Whenever within the stretch the member comes, the answers are the same at every second.
        var answers = new List<string>();
        foreach (var second in new[] { 0, 100, 250 })
        {
            _time.Advance(Slot - TimeSpan.FromSeconds(_time.GetUtcNow().ToUnixTimeSeconds() % (long)Slot.TotalSeconds));
            var member = (await new MemberStore(_database, _time).Create($"m{second}", null)).Number;
            var seen = "";
            for (var tick = 0; tick < 2 * Slot.TotalSeconds; tick += 5)
            {
                if (tick == second)
                {
                    _book.Note(member);
                }

                seen += (await _book.Of(_viewer, member)).ToString()[0];
                _time.Advance(TimeSpan.FromSeconds(5));
            }

            answers.Add(seen);
        }

        Assert.Single(answers.Distinct());
        Assert.StartsWith(new string('U', 60), answers[0], StringComparison.Ordinal);
        Assert.EndsWith("N", answers[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_return_does_not_show_before_its_stretch_is_over()
    {
        _book.Note(_member);
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(PresenceLevel.Week, await Level());
        _book.Note(_member);
        Assert.Equal(PresenceLevel.Week, await Level());
        _time.Advance(Slot);
        Assert.Equal(PresenceLevel.Now, await Level());
    }

    [Fact]
    public async Task A_live_connection_counts_as_long_as_it_stands()
    {
        using (_book.Connected(_member))
        {
            for (var slot = 0; slot < 30; slot++)
            {
                _time.Advance(Slot);
                Assert.Equal(PresenceLevel.Now, await Level());
            }
        }

        _time.Advance(2 * Slot);
        Assert.Equal(PresenceLevel.Today, await Level());
    }

    [Fact]
    public async Task Who_hides_is_not_seen_and_does_not_see()
    {
        _book.Note(_member);
        _book.Note(_viewer.Member);
        _time.Advance(Slot);
        await _privacy.Keep(_member, PrivacySettings.Default with { Presence = false });
        Assert.Equal(PresenceLevel.Unknown, await Level());
        Assert.Equal(PresenceLevel.Unknown, await _book.Of(Viewer.Anonymous with { Member = _member }, _viewer.Member));
        await _privacy.Keep(_member, PrivacySettings.Default);
        Assert.Equal(PresenceLevel.Now, await Level());
        Assert.Equal(PresenceLevel.Unknown, await _book.Of(Viewer.Anonymous, _member));
        Assert.Equal(PresenceLevel.Unknown, await _book.Of(_viewer with { Blocks = new HashSet<int> { _member } }, _member));
    }

    [Fact]
    public async Task Another_host_knows_it_from_the_database_and_stretches_only_go_forward()
    {
        await using var other = Book();
        _book.Note(_member);
        await _book.Flush();
        _time.Advance(Slot);
        Assert.Equal(PresenceLevel.Now, await other.Of(_viewer, _member));
        other.Note(_member);
        await other.Flush();
        _time.Advance(Slot);
        Assert.Equal(PresenceLevel.Now, await _book.Of(_viewer, _member));
        await new PresenceStore(_database).Keep([new(_member, new(1, 0))]);
        Assert.Equal(PresenceLevel.Now, await Book().Of(_viewer, _member));
    }

    private PresenceBook Book() =>
        new(new(_database), _privacy, Options.Create(new PresenceOptions { Slot = Slot, Believed = TimeSpan.Zero }), _time, NullLogger<PresenceBook>.Instance);

    private ValueTask<PresenceLevel> Level() => _book.Of(_viewer, _member);
}
