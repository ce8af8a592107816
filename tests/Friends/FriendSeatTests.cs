using Microsoft.Extensions.Time.Testing;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Friends;

public sealed class FriendSeatTests(SightTown town) : IClassFixture<SightTown>
{
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    private FriendSeatStore Seats => new(town.Get<Database>(), town.Get<LogShape>(), _time);

    [Fact]
    public async Task Friends_and_those_on_their_way_fill_the_seats_on_either_side()
    {
        var (one, two, three, four) = (await town.Member(), await town.Member(), await town.Member(), await town.Member());
        await town.Befriend(one, two);
        await town.Bind(one, Topic.User(four), EdgeKind.Follow);
        Assert.Equal(one, await Seats.Take(one, three, 1));
        Assert.Equal(one, await Seats.Take(three, one, 1));
        Assert.Equal(0, await Seats.Take(one, three, 2));
        Assert.Equal(one, await Seats.Take(one, four, 2));
        Assert.Equal(three, await Seats.Take(four, three, 1));
    }

    [Fact]
    public async Task Who_is_on_the_way_already_takes_no_second_seat()
    {
        var (one, two) = (await town.Member(), await town.Member());
        Assert.Equal(0, await Seats.Take(one, two, 1));
        Assert.Equal(0, await Seats.Take(one, two, 1));
        await town.Befriend(one, two);
        Assert.Equal(0, await Seats.Take(two, one, 1));
    }

    [Fact]
    public async Task A_seat_is_given_back_or_ends_by_itself_after_a_minute()
    {
        var (one, two, three) = (await town.Member(), await town.Member(), await town.Member());
        await Seats.Take(one, two, 1);
        await Seats.Leave(two, one);
        Assert.Equal(0, await Seats.Take(one, three, 1));
        Assert.Equal(0, await Seats.Take(two, await town.Member(), 1));
        _time.Advance(TimeSpan.FromMilliseconds(59_999));
        Assert.Equal(one, await Seats.Take(one, two, 1));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, await Seats.Take(one, two, 1));
    }
}
