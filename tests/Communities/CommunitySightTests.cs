using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Communities;

public sealed class CommunitySightTests(SightTown town) : IClassFixture<SightTown>
{
    [Theory]
    [InlineData(Openness.Public, true, true)]
    [InlineData(Openness.Listed, true, false)]
    [InlineData(Openness.Hidden, false, false)]
    public async Task A_stranger_knows_of_and_reads_what_the_openness_says(Openness openness, bool known, bool read)
    {
        var (founder, stranger) = (await town.Member(), await town.Member());
        var place = await town.Community(openness, founder);
        foreach (var viewer in new[] { await town.Viewers.Find(stranger), Viewer.Anonymous })
        {
            Assert.Equal(known, await Sight.Known(viewer, place.Number) is not null);
            Assert.Equal(read, CommunitySight.MayRead(viewer, (await town.Get<CommunityStore>().Find(place.Number))!));
        }
    }

    [Theory]
    [InlineData(EdgeKind.Member)]
    [InlineData(EdgeKind.Follow)]
    public async Task Who_belongs_by_name_or_persona_knows_and_reads_it_however_hidden(EdgeKind edge)
    {
        var (founder, member) = (await town.Member(), await town.Member());
        var place = await town.Community(Openness.Hidden, founder);
        await town.Bind(member, place, edge);
        var viewer = await town.Viewers.Find(member);
        var profile = await Sight.Known(viewer, place.Number);
        Assert.True(CommunitySight.MayRead(viewer, profile!));
        Assert.True(CommunitySight.Belongs(viewer, profile!));
        Assert.NotNull(await Sight.Known(viewer, profile!.Slug));
    }

    [Fact]
    public async Task Who_waits_at_the_door_or_was_barred_knows_of_a_hidden_one_but_does_not_read_it()
    {
        var (founder, waiting, barred) = (await town.Member(), await town.Member(), await town.Member());
        var place = await town.Community(Openness.Hidden, founder);
        await town.Get<GuestStore>().Ask(place.Number, waiting);
        await using (var connection = await town.Get<Database>().Open())
        {
            await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await BarStore.Set(connection, transaction, place.Number, new(barred, 0, "noise", founder, 1));
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }

        foreach (var member in new[] { waiting, barred })
        {
            var viewer = await town.Viewers.Find(member);
            var profile = await Sight.Known(viewer, place.Number);
            Assert.False(CommunitySight.MayRead(viewer, profile!));
        }
    }

    [Fact]
    public async Task What_was_never_founded_is_known_to_nobody()
    {
        var viewer = await town.Viewers.Find(await town.Member());
        Assert.Null(await Sight.Known(viewer, "no-such-place"));
        Assert.Null(await Sight.Known(viewer, 99_999));
    }

    private CommunitySight Sight => town.Get<CommunitySight>();
}
