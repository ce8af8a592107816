using System.Data.Common;

namespace OrleansMixi.Storage;

/// <summary>
/// The one database, PostgreSQL or SQLite: opens connections and spells the few words of SQL in which the two differ.
/// Times are Unix milliseconds, truth values are 0 and 1, so that one text and one mapping serve both.
/// </summary>
public abstract class Database
{
    /// <summary>Picks the database by its connection string: <c>Host=…</c> is PostgreSQL, <c>Data Source=…</c> SQLite.</summary>
    public static Database Of(string connectionString)
    {
        var builder = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (builder.ContainsKey("Host") || builder.ContainsKey("Server"))
        {
            return new PostgresDatabase(connectionString);
        }

        return builder.ContainsKey("Data Source")
            ? new SqliteDatabase(connectionString)
            : throw new ArgumentException("ConnectionStrings:Mixi is neither 'Host=…' (PostgreSQL) nor 'Data Source=…' (SQLite).", nameof(connectionString));
    }

    /// <summary>The connection string, completed.</summary>
    public abstract string ConnectionString { get; }

    /// <summary>Whether this is PostgreSQL.</summary>
    public abstract bool IsPostgres { get; }

    /// <summary>Opens a pooled connection; the caller disposes it.</summary>
    public abstract Task<DbConnection> Open(CancellationToken cancellationToken = default);

    /// <summary>
    /// A table of one column <c>id</c> made of a parameter; give the value as <see cref="List(IReadOnlyCollection{long})"/>.
    /// </summary>
    public abstract string Rows(string parameter);

    /// <summary>The value for <see cref="Rows"/>.</summary>
    public abstract object List(IReadOnlyCollection<long> values);

    /// <summary>Whether an error means that the database is away or busy, so that a retry can help.</summary>
    public abstract bool IsTransient(Exception error);

    /// <summary>Whether an error means that a unique key is taken.</summary>
    public abstract bool IsDuplicate(Exception error);
}
