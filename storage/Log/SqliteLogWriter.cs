using Microsoft.Data.Sqlite;
using OrleansMixi.Storage;

namespace OrleansMixi.Log;

/// <summary>The one connection that writes the log on SQLite, with its statements prepared once.</summary>
internal sealed class SqliteLogWriter : IDisposable
{
    // The pages of four growing indexes stay in memory, and a checkpoint writes many changes of a page at once.
    private const string Setup = "pragma cache_size = -65536; pragma wal_autocheckpoint = 8000;";

    private readonly SqliteCommand _advance;
    private readonly SqliteCommand _key;
    private readonly EntryInsert _insert;

    private SqliteLogWriter(SqliteConnection connection)
    {
        Connection = connection;
        _advance = Command("update heads set prev = last, last = max(last + 1, $now) + $count - 1 where queue = $queue returning prev, last", "$now", "$count", "$queue");
        _key = Command("insert into idempotency (author, key, hash, id, at) values ($author, $key, $hash, $id, $at) on conflict do nothing", "$author", "$key", "$hash", "$id", "$at");
        _insert = new(connection);
    }

    public SqliteConnection Connection { get; }

    public static async Task<SqliteLogWriter> Open(SqliteDatabase database, CancellationToken cancellationToken)
    {
        var connection = (SqliteConnection)await database.Open(cancellationToken);
        await using var setup = new SqliteCommand(Setup, connection);
        await setup.ExecuteNonQueryAsync(cancellationToken);
        return new(connection);
    }

    /// <summary>Takes the file's lock; what is run until the commit belongs to it.</summary>
    public SqliteTransaction Begin()
    {
        var transaction = Connection.BeginTransaction();
        _advance.Transaction = _key.Transaction = _insert.Transaction = transaction;
        return transaction;
    }

    /// <summary>Moves a queue's head on; answers where it stood and where it stands.</summary>
    public (long Prev, long Last) Advance(int queue, int count, long now)
    {
        Set(_advance, now, count, queue);
        using var reader = _advance.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    /// <summary>Takes an entry's idempotency key; false if it was there.</summary>
    public bool TakeKey(LogEntry entry, long id)
    {
        Set(_key, entry.Author, entry.Key!, EntryHash.Of(entry), id, SourceKey.Is(entry.Key!) ? long.MaxValue : PostId.UnixMs(id));
        return _key.ExecuteNonQuery() == 1;
    }

    /// <summary>Inserts an entry.</summary>
    public void Insert(Activity entry) => _insert.Run(entry);

    public void Dispose()
    {
        _advance.Dispose();
        _key.Dispose();
        _insert.Dispose();
        Connection.Dispose();
    }

    private SqliteCommand Command(string sql, params string[] names)
    {
        var command = new SqliteCommand(sql, Connection);
        foreach (var name in names)
        {
            command.Parameters.Add(new(name, null));
        }

        return command;
    }

    private static void Set(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }
    }
}
