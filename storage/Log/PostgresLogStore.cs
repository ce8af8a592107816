using Npgsql;
using NpgsqlTypes;
using OrleansMixi.Storage;

namespace OrleansMixi.Log;

/// <summary>The log on PostgreSQL: one statement per commit takes the head's lock, assigns the ids and inserts all rows.</summary>
internal sealed class PostgresLogStore(PostgresDatabase database, LogShape shape) : LogStore(database, shape)
{
    // `head` comes first for every other part: the ids hang on the row it locks. prev takes the value that last had.
    private const string Sql = $"""
        with head as (
            update heads
            set prev = last,
                last = greatest(last + 1, (floor(extract(epoch from clock_timestamp()) * 1000)::bigint - 1704067200000) << 14) + @count - 1
            where queue = @queue
            returning prev, last
        ), draft as (
            select d.*, h.last - @count + d.ord as position
            from head h, unnest(@kinds, @authors, @actors, @topics, @targets, @audiences, @flags, @edges, @published,
                                @forms, @titles, @texts, @languages, @links, @keys, @hashes)
                 with ordinality as d(kind, author, actor, topic, target, audience, flags, edge, published,
                                      form, title, text, language, link, key, hash, ord)
        ), entry as (
            select d.*, ((position >> 14) << 22) | (@queue::bigint << 14) | (position & 16383) as id,
                   (position >> 14) + 1704067200000 as at
            from draft d
        ), fresh as (
            insert into idempotency (author, key, hash, id, at)
            select author, key, hash, id, at from entry where key is not null order by ord
            on conflict do nothing
            returning id
        ), written as (
            insert into activities (queue, id, kind, author, actor, topic, target, audience, flags, edge, published,
                                    form, title, text, language, link)
            select @queue, id, kind, author, actor, topic, target, audience, flags, edge, coalesce(published, at),
                   form, title, text, language, link
            from entry where key is null or id in (select id from fresh)
            order by ord
            returning id
        )
        select h.prev, h.last, case when @count = (select count(*) from written) then null else array(select id from written) end
        from head h
        """;

    public override async Task<CommitResult> Commit(int queue, IReadOnlyList<LogEntry> entries, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        if (!entries.Any(entry => LogEffects.Has(entry.Kind)))
        {
            return await Insert(connection, null, queue, entries, cancellationToken);
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var result = await Insert(connection, transaction, queue, entries, cancellationToken);
        await ApplyEffects(connection, transaction, result.Written.OfType<Activity>());
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    private static async Task<CommitResult> Insert(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, int queue, IReadOnlyList<LogEntry> entries, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql, connection, transaction);
        command.Parameters.Add(new NpgsqlParameter<short>("queue", (short)queue));
        command.Parameters.Add(new NpgsqlParameter<int>("count", entries.Count));
        Bind(command, entries);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var (prev, last) = (reader.GetInt64(0), reader.GetInt64(1));
        var written = reader.IsDBNull(2) ? null : reader.GetFieldValue<long[]>(2).ToHashSet();
        return Assign(queue, entries, prev, last, written);
    }

    private static CommitResult Assign(int queue, IReadOnlyList<LogEntry> entries, long prev, long last, HashSet<long>? written)
    {
        var activities = new Activity?[entries.Count];
        for (var i = 0; i < entries.Count; i++)
        {
            var id = PostId.Compose(last - entries.Count + 1 + i, queue);
            activities[i] = written is null || written.Contains(id) ? entries[i].Numbered(id) : null;
        }

        return new(PostId.Compose(prev, queue), PostId.Compose(last, queue), activities);
    }

    private static void Bind(NpgsqlCommand command, IReadOnlyList<LogEntry> entries)
    {
        Add(command, "kinds", NpgsqlDbType.Smallint, entries, e => (short)e.Kind);
        Add(command, "authors", NpgsqlDbType.Integer, entries, e => e.Author);
        Add(command, "actors", NpgsqlDbType.Integer, entries, e => e.Actor);
        Add(command, "topics", NpgsqlDbType.Bigint, entries, e => e.Topic.Value);
        Add(command, "targets", NpgsqlDbType.Bigint, entries, e => e.Target);
        Add(command, "audiences", NpgsqlDbType.Smallint, entries, e => (short)e.Audience);
        Add(command, "flags", NpgsqlDbType.Smallint, entries, e => (short)e.Flags);
        Add(command, "edges", NpgsqlDbType.Smallint, entries, e => (short)e.Edge);
        Add(command, "published", NpgsqlDbType.Bigint, entries, e => e.Published);
        Add(command, "forms", NpgsqlDbType.Smallint, entries, e => (short)(e.Body?.Form ?? 0));
        Add(command, "titles", NpgsqlDbType.Text, entries, e => e.Body?.Title);
        Add(command, "texts", NpgsqlDbType.Text, entries, e => e.Body?.Text);
        Add(command, "languages", NpgsqlDbType.Text, entries, e => e.Body?.Language);
        Add(command, "links", NpgsqlDbType.Text, entries, e => e.Body?.Link);
        Add(command, "keys", NpgsqlDbType.Text, entries, e => e.Key);
        Add(command, "hashes", NpgsqlDbType.Bytea, entries, e => e.Key is null ? null : EntryHash.Of(e));
    }

    private static void Add<T>(NpgsqlCommand command, string name, NpgsqlDbType type, IReadOnlyList<LogEntry> entries, Func<LogEntry, T> value)
    {
        var values = new T[entries.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(entries[i]);
        }

        command.Parameters.Add(new NpgsqlParameter<T[]>(name, NpgsqlDbType.Array | type) { TypedValue = values });
    }
}
