using System.Security.Cryptography;
using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Media;

/// <summary>
/// Pictures and videos, and how much room each member uses. A picture's room is given back when its row goes, once. What
/// each belongs to is changed by <see cref="MediaPlaces"/>.
/// </summary>
public sealed class MediaStore(Database database, TimeProvider time)
{
    private const int MaxList = 200;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Takes the room for a file and notes it, in one transaction; null if the member's room is full.</summary>
    public async Task<MediaRow?> Add(MediaRow wanted, long room)
    {
        wanted.Id = NewId();
        wanted.Created = Now;
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("insert into media_use (member, bytes) values (@Owner, 0) on conflict do nothing", wanted, transaction);
        var taken = await connection.ExecuteAsync(
            "update media_use set bytes = bytes + @Bytes where member = @Owner and bytes + @Bytes <= @room", new { wanted.Owner, wanted.Bytes, room }, transaction);
        if (taken == 0)
        {
            return null;
        }

        await connection.ExecuteAsync(
            """
            insert into media (id, owner, type, length, small_length, width, height, alt, created)
            values (@Id, @Owner, @Type, @Length, @SmallLength, @Width, @Height, @Alt, @Created)
            """,
            wanted,
            transaction);
        await transaction.CommitAsync();
        return wanted;
    }

    /// <summary>Bytes that a member uses.</summary>
    public async Task<long> Used(int member)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<long>("select bytes from media_use where member = @member", new { member });
    }

    /// <summary>One picture; null if there is none.</summary>
    public async Task<MediaRow?> Find(long id)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<MediaRow>($"select {MediaRow.Columns} from media where id = @id and place <> 9", new { id });
    }

    /// <summary>A member's own pictures among ids, in the order asked for.</summary>
    public async Task<IReadOnlyList<MediaRow>> Own(int member, IReadOnlyCollection<long> ids)
    {
        await using var connection = await database.Open();
        var rows = (await connection.QueryAsync<MediaRow>(
            $"select {MediaRow.Columns} from media where owner = @member and place <> 9 and id in (select ids.id from {database.Rows("ids")})",
            new { member, ids = database.List(ids) })).ToDictionary(row => row.Id);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    /// <summary>A member's pictures that belong to nothing yet, newest first.</summary>
    public async Task<IReadOnlyList<MediaRow>> Loose(int member)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<MediaRow>(
            $"select {MediaRow.Columns} from media where owner = @member and place = 0 order by created desc limit @MaxList", new { member, MaxList })).AsList();
    }

    /// <summary>The pictures of an album in order.</summary>
    public async Task<IReadOnlyList<MediaRow>> OfAlbum(long album)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<MediaRow>(
            $"select {MediaRow.Columns} from media where holder = @album and place = 2 order by position, id", new { album })).AsList();
    }

    /// <summary>Changes a description.</summary>
    public async Task Describe(int member, long id, string alt)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("update media set alt = @alt where id = @id and owner = @member", new { member, id, alt });
    }

    /// <summary>What belongs to nothing: given up, or loose since before a moment. It is marked, so that nobody takes it any more.</summary>
    public async Task<IReadOnlyList<MediaRow>> Sweepable(long looseBefore, int limit)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            "delete from archive_sources where kind = 1 and id in (select id from media where holder = 0 and place in (0, 1) and created < @looseBefore)", new { looseBefore });
        await connection.ExecuteAsync("update media set place = 9 where holder = 0 and place in (0, 1) and created < @looseBefore", new { looseBefore });
        return (await connection.QueryAsync<MediaRow>($"select {MediaRow.Columns} from media where holder = 0 and place = 9 limit @limit", new { limit })).AsList();
    }

    /// <summary>Forgets a picture that was given up and gives its room back. Idempotent; its files must be gone already.</summary>
    public async Task Forget(MediaRow row)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        if (await connection.ExecuteAsync("delete from media where id = @Id and place = 9", row, transaction) == 1)
        {
            await connection.ExecuteAsync("update media_use set bytes = bytes - @Bytes where member = @Owner", row, transaction);
        }

        await transaction.CommitAsync();
    }

    // Random and of 62 bits: an id tells neither how many there are nor when it came.
    private static long NewId() => RandomNumberGenerator.GetInt32(1, int.MaxValue) * (1L << 31) + RandomNumberGenerator.GetInt32(int.MaxValue);
}
