using System.Data.Common;
using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Media;

/// <summary>
/// What each picture belongs to. Every change is one guarded statement from the place it is expected at, so of many
/// attempts at once exactly one succeeds. A post takes its pictures for good in the transaction that writes it, see
/// <see cref="Log.LogEffects"/>.
/// </summary>
public sealed class MediaPlaces(Database database, TimeProvider time)
{
    // Two who add at once count one after the other.
    private const string LockAlbum = "update albums set position = position where id = @holder and owner = @member";

    /// <summary>
    /// Sets pictures of a member aside for a post that is about to be written; false, and nothing done, unless all are loose or
    /// in drafts. What a crash leaves so is swept like what is loose.
    /// </summary>
    public Task<bool> Claim(int member, IReadOnlyCollection<long> ids) =>
        All(
            $"update media set place = 1, holder = 0, created = @now where owner = @member and place in (0, 4) and id in (select ids.id from {database.Rows("ids")})",
            member,
            0,
            ids);

    /// <summary>Puts into a draft which own pictures it names; those it names no more are loose. Answers whether it has all of them.</summary>
    internal async Task<bool> ToDraft(DbConnection connection, DbTransaction transaction, int member, int draft, IReadOnlyCollection<long> ids)
    {
        var parameters = new { member, draft, ids = database.List(ids), now = time.GetUtcNow().ToUnixTimeMilliseconds() };
        await connection.ExecuteAsync(
            $"update media set place = 0, holder = 0, created = @now where owner = @member and place = 4 and holder = @draft and id not in (select ids.id from {database.Rows("ids")})",
            parameters,
            transaction);
        return ids.Count == 0 || ids.Count == await connection.ExecuteAsync(
            $"""
            update media set place = 4, holder = @draft
            where owner = @member and (place = 0 or (place = 4 and holder = @draft) or (place = 1 and holder = 0)) and id in (select ids.id from {database.Rows("ids")})
            """,
            parameters,
            transaction);
    }

    /// <summary>Lets go of pictures whose post was not written.</summary>
    public Task<bool> Release(int member, IReadOnlyCollection<long> ids) =>
        All(
            $"update media set place = 0 where owner = @member and place = 1 and holder = 0 and id in (select ids.id from {database.Rows("ids")})",
            member,
            0,
            ids);

    /// <summary>
    /// Puts loose pictures of a member into an own album, behind what is there; false, and nothing done, unless all are loose
    /// and the album has room.
    /// </summary>
    public Task<bool> ToAlbum(int member, long album, IReadOnlyList<long> ids, int most) =>
        All(
            $"""
            update media set place = 2, holder = @holder, position = @now
            where owner = @member and place = 0 and id in (select ids.id from {database.Rows("ids")})
              and (select count(*) from media where holder = @holder and place = 2) + @count <= @most
            """,
            member,
            album,
            ids,
            most);

    /// <summary>Makes a loose picture the member's own; the one before it is given up. False for what is no loose picture, also for a video.</summary>
    public async Task<bool> ToProfile(int member, long id)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        if (await connection.ExecuteAsync("update media set place = 3, holder = @member where id = @id and owner = @member and place = 0 and small_length > 0", new { member, id }, transaction) == 0)
        {
            return false;
        }

        await connection.ExecuteAsync("update media set place = 9, holder = 0 where holder = @member and place = 3 and id <> @id", new { member, id }, transaction);
        await connection.ExecuteAsync("update members set picture = @id where number = @member", new { member, id }, transaction);
        await transaction.CommitAsync();
        return true;
    }

    /// <summary>Gives up the member's own picture. Idempotent.</summary>
    public async Task ClearProfile(int member)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("update members set picture = 0 where number = @member", new { member }, transaction);
        await connection.ExecuteAsync("update media set place = 9, holder = 0 where holder = @member and place = 3", new { member }, transaction);
        await transaction.CommitAsync();
    }

    /// <summary>Puts a loose picture on top of the member's page; the one before it is given up. False for what is no loose picture, also for a video.</summary>
    public async Task<bool> ToHeader(int member, long id)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        if (await connection.ExecuteAsync("update media set place = 5, holder = @member where id = @id and owner = @member and place = 0 and small_length > 0", new { member, id }, transaction) == 0)
        {
            return false;
        }

        await connection.ExecuteAsync("update media set place = 9, holder = 0 where holder = @member and place = 5 and id <> @id", new { member, id }, transaction);
        await transaction.CommitAsync();
        return true;
    }

    /// <summary>Gives up the picture on top of the member's page. Idempotent.</summary>
    public async Task ClearHeader(int member)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("update media set place = 9, holder = 0 where holder = @member and place = 5", new { member });
    }

    /// <summary>Gives up a loose picture, or one of an album; false if it is neither.</summary>
    public async Task<bool> GiveUp(int member, long id)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            """
            insert into archive_sources (member, kind, source, id)
            select owner, 1, cast(id as text), id from media where id = @id and owner = @member and place = 2 on conflict do nothing
            """,
            new { member, id },
            transaction);
        var done = await connection.ExecuteAsync("update media set place = 9, holder = 0 where id = @id and owner = @member and place in (0, 2)", new { member, id }, transaction) == 1;
        await transaction.CommitAsync();
        return done;
    }

    /// <summary>Gives up a loose picture; false if it is none.</summary>
    public Task<bool> GiveUpLoose(int member, long id) => One("update media set place = 9 where id = @id and owner = @member and place = 0", member, id);

    /// <summary>Sets the order of an album's pictures; those that are not named follow behind.</summary>
    public async Task Order(int member, long album, IReadOnlyList<long> ids)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var (place, id) in ids.Index())
        {
            await connection.ExecuteAsync(
                "update media set position = @place where id = @id and owner = @member and holder = @album and place = 2", new { place, id, member, album }, transaction);
        }

        await transaction.CommitAsync();
    }

    private async Task<bool> One(string sql, int member, long id)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync(sql, new { member, id }) == 1;
    }

    private async Task<bool> All(string sql, int member, long holder, IReadOnlyCollection<long> ids, int most = 0)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        var parameters = new { member, holder, ids = database.List(ids), count = ids.Count, most, now = time.GetUtcNow().ToUnixTimeMilliseconds() };
        if (holder != 0 && await connection.ExecuteAsync(LockAlbum, parameters, transaction) == 0)
        {
            return false;
        }

        if (await connection.ExecuteAsync(sql, parameters, transaction) != ids.Count)
        {
            return false;
        }

        await transaction.CommitAsync();
        return true;
    }
}
