using OrleansMixi.Albums;
using OrleansMixi.Members;
using OrleansMixi.Postgres;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Media;

[Collection(nameof(PostgresCollection))]
public sealed class MediaOnPostgresTests(PostgresServer server)
{
    [Fact]
    public async Task Room_single_use_and_bounds_of_albums_hold_under_a_hundred_attempts_at_once()
    {
        await using var database = new PostgresDatabase(await server.CreateDatabase());
        await Migrator.Migrate(database, 2, 2);
        var taro = (await new MemberStore(database, TimeProvider.System).Create("taro", null)).Number;
        var (media, places, albums) = (new MediaStore(database, TimeProvider.System), new MediaPlaces(database, TimeProvider.System), new AlbumStore(database, TimeProvider.System));

        var kept = await All(() => media.Add(new() { Owner = taro, Type = "image/png", Length = 8, SmallLength = 2, Width = 1, Height = 1 }, 305));
        Assert.Equal(30, kept.Count(row => row is not null));
        Assert.Equal(300, await media.Used(taro));
        var rows = kept.OfType<MediaRow>().ToList();

        Assert.Single(await All(() => places.Claim(taro, [rows[0].Id, rows[1].Id])), taken => taken);
        Assert.True(await places.Release(taro, [rows[0].Id, rows[1].Id]));

        Assert.Equal(3, (await All(() => albums.Add(taro, "Spring", "", Audience.Everyone, 3))).Count(row => row is not null));
        var album = (await albums.Of(taro))[0];
        var added = await Task.WhenAll(rows.Select(row => places.ToAlbum(taro, album.Id, [row.Id], 7)));
        Assert.Equal(7, added.Count(taken => taken));
        Assert.Equal(7, (await media.OfAlbum(album.Id)).Count);
        Assert.Equal((await media.OfAlbum(album.Id))[0].Id, (await albums.Covers(taro))[album.Id]);
        Assert.Single(await All(() => albums.MayAnnounce(album.Id, TimeSpan.FromHours(1))), told => told);
        Assert.Equal(7, (await albums.Find(album.Id))!.Count);

        await albums.Remove(taro, album.Id);
        foreach (var row in await media.Sweepable(0, 100))
        {
            await media.Forget(row);
        }

        Assert.Equal(230, await media.Used(taro));
        Assert.Equal(23, (await media.Own(taro, [.. rows.Select(row => row.Id)])).Count);
    }

    private static Task<T[]> All<T>(Func<Task<T>> attempt) => Task.WhenAll(Enumerable.Range(0, 100).Select(_ => attempt()));
}
