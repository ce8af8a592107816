using Dapper;
using OrleansMixi.Media;
using OrleansMixi.Storage;

namespace OrleansMixi.Archive;

/// <summary>Where an import puts pictures: each step is one guarded statement, from loose to its place.</summary>
public sealed class OwnMedia(Database database)
{
    /// <summary>Keeps a loose picture for a line that has no place in this town; true if it is kept.</summary>
    public async Task<bool> Keep(int member, long id)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync(
            "update media set place = 6, holder = @member where id = @id and owner = @member and (place = 0 or place = 6)", new { member, id }) == 1;
    }

    /// <summary>Puts a loose picture into an own album as it once was; false if the album is full or gone.</summary>
    public async Task<bool> ToAlbum(int member, long album, MediaRow picture, int most)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        var values = new { member, album, picture.Id, picture.Position, picture.Created, most };
        var put = await connection.ExecuteAsync("update albums set position = position where id = @album and owner = @member", values, transaction) == 1
            && await connection.ExecuteAsync(
                """
                update media set place = 2, holder = @album, position = @Position, created = @Created
                where id = @Id and owner = @member and place = 0 and (select count(*) from media where holder = @album and place = 2) < @most
                """,
                values,
                transaction) == 1;
        await transaction.CommitAsync();
        return put;
    }

    /// <summary>Bytes of pictures that are kept for lines.</summary>
    public async Task<long> KeptBytes(int member)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleAsync<long>("select cast(coalesce(sum(length + small_length), 0) as bigint) from media where holder = @member and place = 6", new { member });
    }

    /// <summary>Gives up what is kept for lines.</summary>
    public async Task ForgetKept(int member)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("update media set place = 9, holder = 0 where owner = @member and holder = @member and place = 6", new { member });
    }
}
