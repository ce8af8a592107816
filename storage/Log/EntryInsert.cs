using Microsoft.Data.Sqlite;
using OrleansMixi.Media;

namespace OrleansMixi.Log;

/// <summary>One prepared insert, run once per entry: on SQLite a loop over it is as fast as any bulk statement.</summary>
internal sealed class EntryInsert : IDisposable
{
    private static readonly (string Name, Func<Activity, object?> Value)[] Fields =
    [
        ("queue", a => PostId.Queue(a.Header.Id)), ("id", a => a.Header.Id), ("kind", a => (int)a.Header.Kind),
        ("author", a => a.Header.Author), ("actor", a => a.Header.Actor), ("topic", a => a.Header.Topic), ("target", a => a.Header.Target),
        ("audience", a => (int)a.Header.Audience), ("flags", a => (int)a.Header.Flags), ("edge", a => (int)a.Header.Edge),
        ("published", a => a.Published), ("form", a => (int)(a.Body?.Form ?? 0)), ("title", a => a.Body?.Title), ("text", a => a.Body?.Text),
        ("language", a => a.Body?.Language), ("link", a => a.Body?.Link), ("media", a => AttachmentText.Write(a.Body?.Media)),
    ];

    private readonly SqliteCommand _command;

    public EntryInsert(SqliteConnection connection)
    {
        var names = Fields.Select(field => field.Name).ToList();
        _command = new($"insert into activities ({string.Join(", ", names)}) values ({string.Join(", ", names.Select(name => "$" + name))})", connection);
        _command.Parameters.AddRange(names.Select(name => new SqliteParameter("$" + name, null)));
    }

    /// <summary>The transaction that the inserts belong to.</summary>
    public SqliteTransaction? Transaction
    {
        set => _command.Transaction = value;
    }

    public void Run(Activity entry)
    {
        for (var i = 0; i < Fields.Length; i++)
        {
            _command.Parameters[i].Value = Fields[i].Value(entry) ?? DBNull.Value;
        }

        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();
}
