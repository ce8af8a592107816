using Microsoft.Extensions.Time.Testing;

namespace OrleansMixi.Members;

public sealed class WriteLimitTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void As_many_places_as_allowed_are_taken_and_then_none()
    {
        var limit = new WriteLimit(3, Window, _time);
        Assert.Equal([0, 0, 0, 5, 5], Take(limit, 5));
    }

    [Fact]
    public void What_was_taken_in_one_half_counts_in_the_next_and_no_longer()
    {
        var limit = new WriteLimit(2, Window, _time);
        Take(limit, 2);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal([5], Take(limit, 1));
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal([0, 0, 5], Take(limit, 3));
    }

    [Fact]
    public void Halves_that_passed_unused_leave_nothing_behind()
    {
        var limit = new WriteLimit(2, Window, _time);
        Take(limit, 2);
        _time.Advance(TimeSpan.FromSeconds(12));
        Assert.Equal([0, 0, 3], Take(limit, 3));
    }

    [Fact]
    public void The_wait_is_told_in_whole_seconds_and_never_as_none()
    {
        var limit = new WriteLimit(1, Window, _time);
        Take(limit, 1);
        _time.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Equal([4], Take(limit, 1));
        _time.Advance(TimeSpan.FromSeconds(3.4));
        Assert.Equal([1], Take(limit, 1));
        _time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal([5], Take(limit, 1));
    }

    [Fact]
    public void Halves_follow_the_first_moment_however_late_somebody_asks()
    {
        var limit = new WriteLimit(2, Window, _time);
        _time.Advance(TimeSpan.FromSeconds(7));
        Take(limit, 2);
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal([4], Take(limit, 1));
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal([0], Take(limit, 1));
    }

    private static List<int> Take(WriteLimit limit, int times) => [.. Enumerable.Range(0, times).Select(_ => limit.Take())];
}
