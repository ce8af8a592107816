using System.Data.Common;
using Dapper;

namespace OrleansMixi.Storage;

/// <summary>Releases a PostgreSQL session lock and its connection.</summary>
internal sealed class AdvisoryLockHolder(DbConnection connection, long key) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await connection.ExecuteAsync("select pg_advisory_unlock(@key)", new { key });
        await connection.DisposeAsync();
    }
}
