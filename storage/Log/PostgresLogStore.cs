using Npgsql;
using NpgsqlTypes;
using OrleansMixi.Media;
using OrleansMixi.Storage;

namespace OrleansMixi.Log;

/// <summary>The log on PostgreSQL: one statement per commit takes the head's lock, assigns the ids and inserts all rows.</summary>
internal sealed class PostgresLogStore(PostgresDatabase database, LogShape shape) : LogStore(database, shape), IDisposable
{
    // `head` comes first for every other part: the ids hang on the row it locks. prev takes the value that last had.
    // A set per column in the select list, because functions in `from` put every column into a table of its own first.
    private const string Entry = """
        with head as (
            update heads
            set prev = last,
                last = greatest(last + 1, (floor(extract(epoch from clock_timestamp()) * 1000)::bigint - 1704067200000) << 14) + @count - 1
            where queue = @queue
            returning prev, last
        ), draft as (
            select generate_series(last - @count + 1, last) as position, unnest(@kinds) as kind, unnest(@authors) as author,
                   unnest(@actors) as actor, unnest(@topics) as topic, unnest(@targets) as target, unnest(@audiences) as audience,
                   unnest(@flags) as flags, unnest(@edges) as edge, unnest(@published) as published, unnest(@forms) as form,
                   unnest(@titles) as title, unnest(@texts) as text, unnest(@languages) as language, unnest(@links) as link, unnest(@medias) as media,
                   unnest(@keys) as key, unnest(@hashes) as hash
            from head
        ), entry as (
            select ((position >> 14) << 22) | (@queue::bigint << 14) | (position & 16383) as id, (position >> 14) + 1704067200000 as at,
                   coalesce(kind, 0) as kind, coalesce(author, 0) as author, coalesce(actor, 0) as actor, coalesce(topic, 0) as topic,
                   coalesce(target, 0) as target, coalesce(audience, 0) as audience, coalesce(flags, 0) as flags, coalesce(edge, 0) as edge,
                   published, coalesce(form, 0) as form, title, text, language, link, media, key, hash
            from draft
        )
        """;

    private const string Insert = """
        insert into activities (queue, id, kind, author, actor, topic, target, audience, flags, edge, published, form, title, text, language, link, media)
        select @queue, id, kind, author, actor, topic, target, audience, flags, edge, coalesce(published, at), form, title, text, language, link, media
        from entry
        """;

    private const string Plain = $"""
        {Entry}, written as ({Insert})
        select prev, last, null::bigint[] from head
        """;

    private const string Keyed = $"""
        {Entry}, fresh as (
            insert into idempotency (author, key, hash, id, at) select author, key, hash, id, case when substr(key, 1, 7) = '{SourceKey.Prefix}' then {SourceKey.Always} else at end from entry where key is not null
            on conflict do nothing
            returning id
        ), written as ({Insert} where key is null or id in (select id from fresh) returning id)
        select prev, last, case when @count = (select count(*) from written) then null else array(select id from written) end from head
        """;

    // Connections of its own: reading pages must not keep posts waiting, and these need no reset between commits. They
    // prepare when told: a refused row in the middle of the driver's own preparing makes the next answer unreadable to it.
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(database.ConnectionString) { ApplicationName = "OrleansMixi log", NoResetOnClose = true, MaxAutoPrepare = 0 });

    public override async Task<CommitResult> Commit(int queue, IReadOnlyList<LogEntry> entries, CancellationToken cancellationToken = default)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        if (!entries.Any(LogEffects.Has))
        {
            return await Write(connection, null, queue, entries, cancellationToken);
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var result = await Write(connection, transaction, queue, entries, cancellationToken);
        await ApplyEffects(connection, transaction, result.Entries);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    public void Dispose() => _source.Dispose();

    private static async Task<CommitResult> Write(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, int queue, IReadOnlyList<LogEntry> entries, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(entries.Any(entry => entry.Key is not null) ? Keyed : Plain, connection, transaction);
        command.Parameters.Add(new NpgsqlParameter<short>("queue", (short)queue));
        command.Parameters.Add(new NpgsqlParameter<int>("count", entries.Count));
        Bind(new(command.Parameters, entries));
        await command.PrepareAsync(cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var (prev, last) = (reader.GetInt64(0), reader.GetInt64(1));
        var written = await reader.IsDBNullAsync(2, cancellationToken) ? null : reader.GetFieldValue<long[]>(2).ToHashSet();

        // The row may come before the statement has ended; only its end says that all is well.
        await reader.NextResultAsync(cancellationToken);
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

    private static void Bind(EntryColumns columns)
    {
        columns.Add("kinds", NpgsqlDbType.Smallint, e => (short)e.Kind);
        columns.Add("authors", NpgsqlDbType.Integer, e => e.Author);
        columns.Add("actors", NpgsqlDbType.Integer, e => e.Actor);
        columns.Add("topics", NpgsqlDbType.Bigint, e => e.Topic.Value);
        columns.Add("targets", NpgsqlDbType.Bigint, e => e.Target);
        columns.Add("audiences", NpgsqlDbType.Smallint, e => (short)e.Audience);
        columns.Add("flags", NpgsqlDbType.Smallint, e => (short)e.Flags);
        columns.Add("edges", NpgsqlDbType.Smallint, e => (short)e.Edge);
        columns.Add("published", NpgsqlDbType.Bigint, e => e.Published);
        columns.Add("forms", NpgsqlDbType.Smallint, e => (short)(e.Body?.Form ?? 0));
        columns.Add("titles", NpgsqlDbType.Text, e => e.Body?.Title);
        columns.Add("texts", NpgsqlDbType.Text, e => e.Body?.Text);
        columns.Add("languages", NpgsqlDbType.Text, e => e.Body?.Language);
        columns.Add("links", NpgsqlDbType.Text, e => e.Body?.Link);
        columns.Add("medias", NpgsqlDbType.Text, e => AttachmentText.Write(e.Body?.Media));
        columns.Add("keys", NpgsqlDbType.Text, e => e.Key);
        columns.Add("hashes", NpgsqlDbType.Bytea, e => e.Key is null ? null : EntryHash.Of(e));
    }
}
