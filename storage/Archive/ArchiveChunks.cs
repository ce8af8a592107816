using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Archive;

/// <summary>The files of jobs in pieces inside the database: every host of a cluster reads them, and a crash leaves nothing elsewhere.</summary>
public sealed class ArchiveChunks(Database database)
{
    /// <summary>Bytes of every piece but the last.</summary>
    public const int Size = 256 * 1024;

    /// <summary>Keeps a piece; refuses a run whose lease went to another.</summary>
    public async Task Put(ArchiveJob job, int number, byte[] bytes)
    {
        await using var connection = await database.Open();
        var rows = await connection.ExecuteAsync(
            """
            insert into archive_chunks (job, number, bytes)
            select @id, @number, @bytes where exists (select 1 from archive_jobs where id = @id and owner = @owner and state < 3)
            """,
            new { id = job.Id, number, bytes, owner = job.Owner });
        if (rows == 0)
        {
            throw new ArchiveLostException();
        }
    }

    /// <summary>A piece; null if it is not there.</summary>
    public async Task<byte[]?> Get(long job, int number, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.Open(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<byte[]>(
            new CommandDefinition("select bytes from archive_chunks where job = @job and number = @number", new { job, number }, cancellationToken: cancellationToken));
    }

    /// <summary>Removes all pieces of a job.</summary>
    public async Task Clear(long job)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("delete from archive_chunks where job = @job", new { job });
    }
}
