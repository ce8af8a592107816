using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Log;

/// <summary>How far each reader of the log has come, per queue. A checkpoint never goes back.</summary>
public sealed class CheckpointStore(Database database)
{
    /// <summary>The last id a reader has dealt with; 0 if it has none.</summary>
    public async Task<long> Find(string name, int queue)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<long>("select id from checkpoints where name = @name and queue = @queue", new { name, queue });
    }

    /// <summary>Keeps a checkpoint.</summary>
    public async Task Store(string name, int queue, long id, CancellationToken cancellationToken = default)
    {
        const string sql = """
            insert into checkpoints (name, queue, id) values (@name, @queue, @id)
            on conflict (name, queue) do update set id = excluded.id where checkpoints.id < excluded.id
            """;
        await using var connection = await database.Open(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(sql, new { name, queue, id }, cancellationToken: cancellationToken));
    }
}
