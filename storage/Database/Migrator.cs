using System.Security.Cryptography;
using Dapper;
using DbUp;
using DbUp.Engine.Output;
using OrleansMixi.Log;

namespace OrleansMixi.Storage;

/// <summary>Brings a database to the newest schema, forward only, and makes what is fixed at its birth. Safe when several hosts start at once.</summary>
public static class Migrator
{
    private const long AdvisoryLock = 0x4D495849;

    /// <summary>Migrates, and answers the database's shape; the wanted numbers count only for a new database.</summary>
    public static async Task<LogShape> Migrate(Database database, int queues, int shards, CancellationToken cancellationToken = default)
    {
        await using var only = await Lock(database, cancellationToken);
        Upgrade(database);
        await KeepWriteAheadLog(database);
        return await Shape(database, queues, shards);
    }

    private static void Upgrade(Database database)
    {
        var folder = database.IsPostgres ? ".Migrations.PostgreSql." : ".Migrations.Sqlite.";
        var engine = database.IsPostgres
            ? DeployChanges.To.PostgresqlDatabase(database.ConnectionString)
            : DeployChanges.To.SqliteDatabase(database.ConnectionString);
        var result = engine
            .WithScriptsEmbeddedInAssembly(typeof(Migrator).Assembly, name => name.Contains(folder, StringComparison.Ordinal))
            .WithVariablesDisabled()
            .WithTransactionPerScript()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw new InvalidOperationException($"The migration {result.ErrorScript?.Name} failed: {result.Error.Message}", result.Error);
        }
    }

    /// <summary>A script runs in a transaction, in which SQLite leaves the journal as it was; the file remembers the mode.</summary>
    private static async Task KeepWriteAheadLog(Database database)
    {
        if (database.IsPostgres)
        {
            return;
        }

        await using var connection = await database.Open();
        var mode = await connection.ExecuteScalarAsync<string>("pragma journal_mode = wal");
        if (mode != "wal")
        {
            throw new InvalidOperationException($"SQLite keeps its journal as '{mode}', not as 'wal'. Put the file on a local disk (ConnectionStrings:Mixi).");
        }
    }

    private static async Task<LogShape> Shape(Database database, int queues, int shards)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            "insert into shape (one, epoch, queues, shards) values (1, @epoch, @queues, @shards) on conflict do nothing",
            new { epoch = RandomNumberGenerator.GetInt32(1, int.MaxValue), queues, shards });
        var row = await connection.QuerySingleAsync<(long Epoch, long Queues, long Shards)>("select epoch, queues, shards from shape");
        await connection.ExecuteAsync(
            "insert into heads (queue, prev, last) values (@queue, 0, 0) on conflict do nothing",
            Enumerable.Range(0, (int)row.Queues).Select(queue => new { queue }));
        return new(row.Epoch, (int)row.Queues, (int)row.Shards);
    }

    private static async Task<IAsyncDisposable> Lock(Database database, CancellationToken cancellationToken)
    {
        if (database is SqliteDatabase sqlite)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(sqlite.File)!);
            return await FileLock.Take(sqlite.File + ".lock", cancellationToken);
        }

        // The lock belongs to the session: it goes with the connection, also when the host dies.
        var connection = await database.Open(cancellationToken);
        await connection.ExecuteAsync(new("select pg_advisory_lock(@AdvisoryLock)", new { AdvisoryLock }, commandTimeout: 300, cancellationToken: cancellationToken));
        return new AdvisoryLockHolder(connection, AdvisoryLock);
    }
}
