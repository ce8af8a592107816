using Microsoft.Extensions.Time.Testing;
using OrleansMixi.Hosting;
using OrleansMixi.Members;
using OrleansMixi.Storage;

namespace OrleansMixi.Media;

public sealed class SweepTests : IAsyncLifetime
{
    private readonly TempDatabase _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly DirectoryInfo _blobs = Directory.CreateTempSubdirectory("mixi-sweep-");
    private MediaStore _media = null!;
    private MediaPlaces _places = null!;
    private FolderBlobs _files = null!;
    private MediaSweep _sweep = null!;
    private int _taro;

    public async ValueTask InitializeAsync()
    {
        var database = Database.Of(_folder.ConnectionString);
        await Migrator.Migrate(database, 2, 2);
        _taro = (await new MemberStore(database, _time).Create("taro", null)).Number;
        (_media, _places, _files) = (new(database, _time), new(database, _time), new(_blobs.FullName));
        _sweep = new(_media, _files, Options.Create(new MediaOptions()), _time, NullLogger<MediaSweep>.Instance);
    }

    public ValueTask DisposeAsync()
    {
        _sweep.Dispose();
        _folder.Dispose();
        _blobs.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_is_never_used_goes_after_a_day_with_its_files_and_gives_its_room_back()
    {
        var (unused, claimed) = (await Keep(), await Keep());
        Assert.True(await _places.Claim(_taro, [claimed.Id]));
        _time.Advance(TimeSpan.FromHours(23));
        var late = await Keep();
        await _sweep.Sweep(TestContext.Current.CancellationToken);
        Assert.Equal(30, await _media.Used(_taro));

        _time.Advance(TimeSpan.FromHours(2));
        await _sweep.Sweep(TestContext.Current.CancellationToken);
        Assert.Equal(10, await _media.Used(_taro));
        Assert.Null(await _media.Find(unused.Id));
        Assert.NotNull(await _media.Find(late.Id));
        Assert.Null(await _files.Get(unused.Key, cancellationToken: TestContext.Current.CancellationToken));
        Assert.NotNull(await _files.Get(late.Key, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Many_sweeps_at_once_give_room_back_once()
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.True(await _places.GiveUp(_taro, (await Keep()).Id));
        }

        await Keep();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _sweep.Sweep(TestContext.Current.CancellationToken)));
        Assert.Equal(10, await _media.Used(_taro));
    }

    [Fact]
    public async Task A_profile_picture_gives_way_to_the_next()
    {
        var (first, second) = (await Keep(), await Keep());
        Assert.True(await _places.ToProfile(_taro, first.Id));
        Assert.False(await _places.ToProfile(_taro, first.Id));
        Assert.True(await _places.ToProfile(_taro, second.Id));
        await _sweep.Sweep(TestContext.Current.CancellationToken);
        Assert.Null(await _media.Find(first.Id));
        Assert.Equal(MediaPlace.Profile, (await _media.Find(second.Id))!.Place);
        await _places.ClearProfile(_taro);
        await _sweep.Sweep(TestContext.Current.CancellationToken);
        Assert.Equal(0, await _media.Used(_taro));
    }

    private async Task<MediaRow> Keep()
    {
        var row = (await _media.Add(new() { Owner = _taro, Type = "image/png", Length = 8, SmallLength = 2, Width = 1, Height = 1 }, 1_000))!;
        await _files.Put(row.Key, new MemoryStream(new byte[8]), TestContext.Current.CancellationToken);
        await _files.Put(row.SmallKey, new MemoryStream(new byte[2]), TestContext.Current.CancellationToken);
        return row;
    }
}
