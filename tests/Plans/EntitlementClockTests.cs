using Microsoft.Extensions.Time.Testing;
using OrleansMixi.Hosting;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Plans;

public sealed class EntitlementClockTests : IAsyncLifetime
{
    private const int Member = 1;
    private static readonly DateTimeOffset Start = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly TempDatabase _file = new();
    private readonly FakeTimeProvider _time = new(Start);
    private Database _database = null!;
    private Entitlements _plans = null!;

    public async ValueTask InitializeAsync()
    {
        _database = Database.Of(_file.ConnectionString);
        await Migrator.Migrate(_database, 1, 1, TestContext.Current.CancellationToken);
        await new Members.MemberStore(_database, _time).Create("hanako", null);
        _plans = new(new(_database, _time), _time, Options.Create(new LogOptions()));
    }

    public ValueTask DisposeAsync()
    {
        _file.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_plan_holds_from_its_start_to_its_end_to_the_moment()
    {
        await Grant(Start.AddSeconds(10), Start.AddSeconds(20));
        Assert.Equal(Plan.Free, await _plans.Of(Member));
        Assert.False(await _plans.HasPremium(Member));
        _time.Advance(TimeSpan.FromMilliseconds(9_999));
        Assert.False(await _plans.HasPremium(Member));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(new(PlanKind.Premium, Start.AddSeconds(10), Start.AddSeconds(20)), await _plans.Of(Member));
        _time.Advance(TimeSpan.FromMilliseconds(9_999));
        Assert.True(await _plans.HasPremium(Member));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(await _plans.HasPremium(Member));
    }

    [Fact]
    public async Task What_the_log_does_not_tell_is_noticed_after_a_minute_and_what_it_tells_at_once()
    {
        Assert.False(await _plans.HasPremium(Member));
        await Grant(Start, Start.AddDays(1));
        _time.Advance(TimeSpan.FromMilliseconds(59_999));
        Assert.False(await _plans.HasPremium(Member));
        Tell(ActivityKind.Edge);
        Assert.False(await _plans.HasPremium(Member));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(await _plans.HasPremium(Member));
        await End();
        Tell(ActivityKind.Member);
        Assert.False(await _plans.HasPremium(Member));
    }

    private async Task Grant(DateTimeOffset starts, DateTimeOffset ends)
    {
        await using var connection = await _database.Open();
        await Dapper.SqlMapper.ExecuteAsync(
            connection,
            "insert into plans (member, kind, starts, ends, granted_by, granted) values (@Member, 1, @starts, @ends, 0, 0)",
            new { Member, starts = starts.ToUnixTimeMilliseconds(), ends = ends.ToUnixTimeMilliseconds() });
    }

    private async Task End()
    {
        await using var connection = await _database.Open();
        await Dapper.SqlMapper.ExecuteAsync(connection, "update plans set ended = 1");
    }

    private void Tell(ActivityKind kind) =>
        _plans.Applied(new(new(1, Topic.User(Member).Value, 0, Member, Member, kind, Audience.Everyone, ActivityFlags.None, EdgeKind.None), 0, null));
}
