using System.Security.Cryptography;
using Dapper;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Albums;

/// <summary>Albums of members, and the posts that announced them.</summary>
public sealed class AlbumStore(Database database, TimeProvider time)
{
    private const string Counted = $"{AlbumRow.Columns}, cast((select count(*) from media m where m.holder = b.id and m.place = 2) as integer) as Count";

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Makes an album; null if the member has as many as one may have.</summary>
    public async Task<AlbumRow?> Add(int owner, string title, string description, Audience audience, int most)
    {
        var row = new AlbumRow { Id = NewId(), Owner = owner, Title = title, Description = description, Audience = audience, Position = Now, Created = Now };
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();

        // The member's row is locked first: two that are made at once are counted one after the other.
        await connection.ExecuteAsync("update members set picture = picture where number = @Owner", row, transaction);
        var added = await connection.ExecuteAsync(
            """
            insert into albums (id, owner, title, description, audience, position, created)
            select @Id, @Owner, @Title, @Description, @audience, @Position, @Created
            where (select count(*) from albums where owner = @Owner) < @most
            """,
            new { row.Id, row.Owner, row.Title, row.Description, audience = (short)audience, row.Position, row.Created, most },
            transaction);
        await transaction.CommitAsync();
        return added == 1 ? row : null;
    }

    /// <summary>One album; null if there is none.</summary>
    public async Task<AlbumRow?> Find(long id)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<AlbumRow>($"select {Counted} from albums b where b.id = @id", new { id });
    }

    /// <summary>A member's albums in order, the newest first.</summary>
    public async Task<IReadOnlyList<AlbumRow>> Of(int owner)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<AlbumRow>($"select {Counted} from albums b where b.owner = @owner order by b.position desc, b.id", new { owner })).AsList();
    }

    /// <summary>The covers of a member's albums: the chosen picture, or the first, by album.</summary>
    public async Task<IReadOnlyDictionary<long, long>> Covers(int owner)
    {
        await using var connection = await database.Open();
        var rows = await connection.QueryAsync<(long Album, long Picture)>(
            """
            select b.id, coalesce(
                (select m.id from media m where m.id = b.cover and m.holder = b.id and m.place = 2),
                (select m.id from media m where m.holder = b.id and m.place = 2 order by m.position, m.id limit 1), 0)
            from albums b where b.owner = @owner
            """,
            new { owner });
        return rows.Where(row => row.Picture != 0).ToDictionary(row => row.Album, row => row.Picture);
    }

    /// <summary>Changes what an album is called, who sees it, what stands for it and where it stands.</summary>
    public async Task Change(AlbumRow row)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            "update albums set title = @Title, description = @Description, audience = @audience, cover = @Cover, position = @Position where id = @Id and owner = @Owner",
            new { row.Title, row.Description, audience = (short)row.Audience, row.Cover, row.Position, row.Id, row.Owner });
    }

    /// <summary>Removes an album; its pictures are given up. Idempotent.</summary>
    public async Task Remove(int owner, long id)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            "insert into archive_sources (member, kind, source, id) select owner, 2, cast(id as text), id from albums where id = @id and owner = @owner on conflict do nothing", new { owner, id }, transaction);
        await connection.ExecuteAsync("update media set place = 9, holder = 0 where owner = @owner and holder = @id and place = 2", new { owner, id }, transaction);
        await connection.ExecuteAsync("delete from albums where id = @id and owner = @owner", new { owner, id }, transaction);
        await connection.ExecuteAsync("delete from album_posts where album = @id", new { id }, transaction);
        await transaction.CommitAsync();
    }

    /// <summary>Whether it is time to tell of new pictures again; of many askers at once one hears yes.</summary>
    public async Task<bool> MayAnnounce(long id, TimeSpan every)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync(
            "update albums set announced = @Now where id = @id and announced <= @before", new { id, Now, before = Now - (long)every.TotalMilliseconds }) == 1;
    }

    /// <summary>Notes the post that told of an album.</summary>
    public async Task Announced(long id, long post)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("insert into album_posts (album, post) values (@id, @post) on conflict do nothing", new { id, post });
    }

    /// <summary>The posts that told of an album, newest first.</summary>
    public async Task<IReadOnlyList<long>> Announcements(long id)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<long>("select post from album_posts where album = @id order by post desc", new { id })).AsList();
    }

    private static long NewId() => RandomNumberGenerator.GetInt32(1, int.MaxValue) * (1L << 31) + RandomNumberGenerator.GetInt32(int.MaxValue);
}
