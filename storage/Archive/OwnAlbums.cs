using System.Security.Cryptography;
using Dapper;
using OrleansMixi.Albums;
using OrleansMixi.Storage;

namespace OrleansMixi.Archive;

/// <summary>Albums as an import makes them: with their dates, and known by their sources from the same transaction on.</summary>
public sealed class OwnAlbums(Database database)
{
    /// <summary>Makes an album as it once was; null if the member has as many as one may have.</summary>
    public async Task<AlbumRow?> Make(AlbumRow wanted, string source, int most)
    {
        wanted.Id = RandomNumberGenerator.GetInt32(1, int.MaxValue) * (1L << 31) + RandomNumberGenerator.GetInt32(int.MaxValue);
        var values = new { wanted.Id, wanted.Owner, wanted.Title, wanted.Description, audience = (short)wanted.Audience, wanted.Created, source, most };
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("update members set picture = picture where number = @Owner", values, transaction);
        var made = await connection.ExecuteAsync(
            """
            insert into albums (id, owner, title, description, audience, position, created, announced)
            select @Id, @Owner, @Title, @Description, @audience, @Created, @Created, @Created
            where (select count(*) from albums where owner = @Owner) < @most
            """,
            values,
            transaction);
        if (made == 0)
        {
            return null;
        }

        await connection.ExecuteAsync("insert into archive_sources (member, kind, source, id) values (@Owner, 2, @source, @Id)", values, transaction);
        await transaction.CommitAsync();
        return wanted;
    }

    /// <summary>Chooses the picture that stands for an album, unless one was chosen.</summary>
    public async Task Cover(int member, long album, long picture)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("update albums set cover = @picture where id = @album and owner = @member and cover = 0", new { member, album, picture });
    }
}
