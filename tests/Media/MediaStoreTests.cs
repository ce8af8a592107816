using Dapper;
using Microsoft.Extensions.Time.Testing;
using OrleansMixi.Hosting;
using OrleansMixi.Storage;

namespace OrleansMixi.Media;

public sealed class MediaStoreTests : IAsyncLifetime
{
    private const int Owner = 1, Other = 2;
    private readonly TempDatabase _file = new();
    private readonly FakeTimeProvider _time = new(new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));
    private Database _database = null!;
    private MediaStore _media = null!;

    public async ValueTask InitializeAsync()
    {
        _database = Database.Of(_file.ConnectionString);
        await Migrator.Migrate(_database, 1, 1, TestContext.Current.CancellationToken);
        var members = new Members.MemberStore(_database, _time);
        await members.Create("hanako", null);
        await members.Create("taro", null);
        _media = new(_database, _time);
    }

    public ValueTask DisposeAsync()
    {
        _file.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_file_is_kept_while_it_fits_with_its_thumbnail_and_not_a_byte_more()
    {
        Assert.Equal(0, await _media.Used(Owner));
        Assert.NotNull(await _media.Add(Row(60, 10), 100));
        Assert.Null(await _media.Add(Row(30, 1), 100));
        Assert.Equal(70, await _media.Used(Owner));
        Assert.NotNull(await _media.Add(Row(29, 1), 100));
        Assert.Equal(100, await _media.Used(Owner));
        Assert.NotNull(await _media.Add(Row(5, 5, Other), 10));
        Assert.Equal((100, 10), (await _media.Used(Owner), await _media.Used(Other)));
        Assert.Equal(2, (await _media.Loose(Owner)).Count);
    }

    [Fact]
    public async Task Room_comes_back_once_and_only_for_what_was_given_up()
    {
        var row = (await _media.Add(Row(60, 10), 100))!;
        await _media.Forget(row);
        Assert.Equal(70, await _media.Used(Owner));
        Assert.Empty(await _media.Sweepable(row.Created, 10));
        Assert.Equal(row.Id, Assert.Single(await _media.Sweepable(row.Created + 1, 10)).Id);
        Assert.Null(await _media.Find(row.Id));
        Assert.Empty(await _media.Own(Owner, [row.Id]));
        await _media.Forget(row);
        await _media.Forget(row);
        Assert.Equal(0, await _media.Used(Owner));
        Assert.NotNull(await _media.Add(Row(100, 0), 100));
    }

    [Fact]
    public async Task What_belongs_to_something_is_never_swept()
    {
        var row = (await _media.Add(Row(60, 10), 100))!;
        await Place(row, MediaPlace.Album, 7);
        Assert.Empty(await _media.Sweepable(long.MaxValue, 10));
        Assert.Equal(row.Id, Assert.Single(await _media.OfAlbum(7)).Id);
        Assert.Empty(await _media.Loose(Owner));
    }

    [Fact]
    public async Task Only_the_owner_finds_a_picture_among_the_own_and_describes_it()
    {
        var one = (await _media.Add(Row(1, 1), 100))!;
        _time.Advance(TimeSpan.FromSeconds(1));
        var two = (await _media.Add(Row(1, 1), 100))!;
        Assert.Equal([two.Id, one.Id], (await _media.Loose(Owner)).Select(row => row.Id));
        Assert.Equal([two.Id, one.Id], (await _media.Own(Owner, [two.Id, one.Id, 77])).Select(row => row.Id));
        Assert.Empty(await _media.Own(Other, [one.Id]));
        await _media.Describe(Other, one.Id, "not mine");
        await _media.Describe(Owner, one.Id, "a bridge");
        Assert.Equal("a bridge", (await _media.Find(one.Id))!.Alt);
        Assert.Equal("", (await _media.Find(two.Id))!.Alt);
        Assert.True(one.Id is > 0 && two.Id > int.MaxValue && one.Id != two.Id);
        Assert.Equal(_time.GetUtcNow().ToUnixTimeMilliseconds(), two.Created);
    }

    private async Task Place(MediaRow row, MediaPlace place, long holder)
    {
        await using var connection = await _database.Open();
        await connection.ExecuteAsync("update media set place = @place, holder = @holder where id = @Id", new { place = (int)place, holder, row.Id });
    }

    private static MediaRow Row(long length, long small, int owner = Owner) =>
        new() { Owner = owner, Type = "image/png", Length = length, SmallLength = small, Width = 1, Height = 1 };
}
