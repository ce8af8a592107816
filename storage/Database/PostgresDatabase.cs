using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace OrleansMixi.Storage;

/// <summary>PostgreSQL through one pooled data source.</summary>
public sealed class PostgresDatabase : Database, IAsyncDisposable
{
    public PostgresDatabase(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        builder.ApplicationName ??= "OrleansMixi";
        // A caller waits for a clear answer; it must not hang as long as the driver would by default.
        if (!connectionString.Contains("Timeout", StringComparison.OrdinalIgnoreCase))
        {
            builder.Timeout = 3;
            builder.CommandTimeout = 10;
        }

        // More than there are statements: one that was pushed out is planned again each time, and that costs what it does. The
        // driver hands its connections out in turn, so each has to learn them by itself.
        builder.MaxAutoPrepare = Math.Max(builder.MaxAutoPrepare, 500);
        builder.AutoPrepareMinUsages = Math.Min(builder.AutoPrepareMinUsages, 2);

        // Nothing here changes a session; to reset it all the same takes six statements each time.
        builder.NoResetOnClose = true;
        ConnectionString = builder.ConnectionString;
        Source = NpgsqlDataSource.Create(builder);
    }

    /// <summary>The pool, for what only Npgsql can do: arrays, notifications.</summary>
    public NpgsqlDataSource Source { get; }

    public override string ConnectionString { get; }

    public override bool IsPostgres => true;

    public override async Task<DbConnection> Open(CancellationToken cancellationToken = default) =>
        await Source.OpenConnectionAsync(cancellationToken);

    public override string Rows(string parameter) => $"unnest(@{parameter}) as {parameter}(id)";

    public override object List(IReadOnlyCollection<long> values) => values.ToArray();

    public override bool IsTransient(Exception error) =>
        error is NpgsqlException { IsTransient: true } or SocketException or TimeoutException or EndOfStreamException
        || error is PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.CrashShutdown }
        || error is NpgsqlException { InnerException: SocketException or IOException or TimeoutException };

    public override bool IsDuplicate(Exception error) => error is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
