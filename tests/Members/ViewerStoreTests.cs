using Microsoft.Extensions.Time.Testing;
using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Mutes;
using OrleansMixi.Posts;

namespace OrleansMixi.Members;

public sealed class ViewerStoreTests(SightTown town) : IClassFixture<SightTown>
{
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private MemberSettings _settings = new();

    [Fact]
    public async Task A_viewer_is_bound_by_the_edges_and_by_what_was_chosen()
    {
        var (me, friend, followed, blocked, blocker) = (await town.Member(), await town.Member(), await town.Member(), await town.Member(), await town.Member());
        await town.Befriend(me, friend);
        await town.Bind(me, Topic.User(followed), EdgeKind.Follow);
        await town.Bind(me, Topic.Community(7), EdgeKind.Member);
        await town.Bind(me, Topic.Community(8), EdgeKind.Follow);
        await town.Befriend(me, blocked);
        await town.Block(me, blocked);
        await town.Block(blocker, me);
        _settings = new(HideBots: true);
        var viewer = await Store().Find(me);
        Assert.Equal(me, viewer.Member);
        Assert.Equal([friend], viewer.Friends);
        Assert.Equal(new[] { Topic.User(friend).Value, Topic.User(followed).Value, Topic.Community(8).Value }.Order(), viewer.Follows.Order());
        Assert.Equal(new[] { Topic.Community(7).Value, Topic.Community(8).Value }, viewer.Communities.Order());
        Assert.Equal(new[] { blocked, blocker }.Order(), viewer.Blocks.Order());
        Assert.True(viewer.HideBots);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_bound_by_nothing() => Assert.Same(Viewer.Anonymous, await Store().Find(0));

    [Theory]
    [InlineData(ActivityKind.Edge, true)]
    [InlineData(ActivityKind.Member, true)]
    [InlineData(ActivityKind.Post, false)]
    public async Task A_viewer_stays_in_memory_until_the_log_tells_of_an_edge_or_the_member(ActivityKind kind, bool anew)
    {
        var (store, me, other) = (Store(), await town.Member(), await town.Member());
        Assert.Empty((await store.Find(me)).Friends);
        await town.Befriend(me, other);
        Assert.Empty((await store.Find(me)).Friends);
        store.Applied(new(new(1, Topic.User(me).Value, 0, me, me, kind, Audience.Everyone, ActivityFlags.None, EdgeKind.None), 0, null));
        Assert.Equal(anew, (await store.Find(me)).Friends.Contains(other));
    }

    [Fact]
    public async Task A_mute_that_has_ended_is_noticed_without_being_told()
    {
        var (store, me) = (Store(), await town.Member());
        var now = _time.GetUtcNow().ToUnixTimeMilliseconds();
        await town.Get<MuteStore>().Keep(me, new(0, MuteKind.Word, "rain", MuteScope.Everywhere, now + 1_000, now), 10);
        Assert.False((await store.Find(me)).Mutes.IsEmpty);
        _time.Advance(TimeSpan.FromMilliseconds(999));
        var kept = await store.Find(me);
        Assert.False(kept.Mutes.IsEmpty);
        Assert.Same(kept, await store.Find(me));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True((await store.Find(me)).Mutes.IsEmpty);
        Assert.Same(await store.Find(me), await store.Find(me));
    }

    private ViewerStore Store() => new(
        town.Get<EdgeStore>(), town.Get<MuteStore>(),
        SightTown.Answering.With<IGrainFactory>((_, _) => SightTown.Answering.With<IUserGrain>((_, _) => Task.FromResult(_settings))),
        _time, Options.Create(new LogOptions()));
}
