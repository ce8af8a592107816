using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace OrleansMixi.Storage;

/// <summary>SQLite in one file: write-ahead log, full durability, a busy timeout so that another process may write beside.</summary>
public sealed class SqliteDatabase : Database
{
    private const int BusyTimeoutMs = 10_000;
    private const int ErrorBusy = 5;
    private const int ErrorLocked = 6;
    private const int ErrorConstraintPrimaryKey = 1555;
    private const int ErrorConstraintUnique = 2067;

    public SqliteDatabase(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = BusyTimeoutMs / 1000 };
        File = Path.GetFullPath(builder.DataSource);
        builder.DataSource = File;
        ConnectionString = builder.ConnectionString;
    }

    /// <summary>The database's file.</summary>
    public string File { get; }

    public override string ConnectionString { get; }

    public override bool IsPostgres => false;

    public override async Task<DbConnection> Open(CancellationToken cancellationToken = default)
    {
        var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"pragma busy_timeout = {BusyTimeoutMs}; pragma synchronous = full;";
        await command.ExecuteNonQueryAsync(cancellationToken);
        return connection;
    }

    public override string Rows(string parameter) => $"(select value as id from json_each(@{parameter})) as {parameter}";

    public override object List(IReadOnlyCollection<long> values) => JsonSerializer.Serialize(values);

    public override bool IsTransient(Exception error) => error is SqliteException { SqliteErrorCode: ErrorBusy or ErrorLocked };

    public override bool IsDuplicate(Exception error) =>
        error is SqliteException { SqliteExtendedErrorCode: ErrorConstraintPrimaryKey or ErrorConstraintUnique };
}
