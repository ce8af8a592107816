using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Messages;

/// <summary>Conversations and who is in them.</summary>
public sealed class ConversationStore(Database database, TimeProvider time)
{
    private const string Columns = "c.id, c.kind, c.title, c.version, c.last, c.at";

    /// <summary>A conversation; null if there is none.</summary>
    public async Task<Conversation?> Find(long id) => (await Get([id])).SingleOrDefault();

    /// <summary>Several conversations, in no order.</summary>
    public async Task<IReadOnlyList<Conversation>> Get(IReadOnlyCollection<long> ids)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        await using var connection = await database.Open();
        var rows = await connection.QueryAsync<Row>(
            $"""
            select {Columns}, p.member, p.since, p.read
            from {database.Rows("ids")}
            join conversations c on c.id = ids.id
            left join participants p on p.conversation = c.id and p.gone = 0
            order by c.id, p.member
            """,
            new { ids = database.List(ids) });
        return [.. rows.GroupBy(row => row.Id).Select(Conversation)];
    }

    /// <summary>The conversation of two members; null if there is none.</summary>
    public async Task<long?> FindPair(int one, int other)
    {
        await using var connection = await database.Open();
        return await Pair(connection, Math.Min(one, other), Math.Max(one, other));
    }

    /// <summary>The conversation of two members, made if there is none.</summary>
    public async Task<long> Pair(int one, int other)
    {
        var (low, high) = (Math.Min(one, other), Math.Max(one, other));
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        var id = NewId();
        var made = await connection.ExecuteAsync(
            """
            insert into conversations (id, kind, low, high, title, founder, version, last, at)
            values (@id, 1, @low, @high, '', @one, 1, 0, @at) on conflict do nothing
            """,
            new { id, low, high, one, at = Now }, transaction);
        if (made == 0)
        {
            await transaction.RollbackAsync();
            return await Pair(connection, low, high) ?? throw Errors.Unavailable();
        }

        await Join(connection, transaction, id, 0, [low, high]);
        await transaction.CommitAsync();
        return id;
    }

    /// <summary>Makes a group; the same key makes one.</summary>
    public async Task<long> Group(int founder, string title, IReadOnlyCollection<int> members, string? key)
    {
        long? fingerprint = key is null ? null : Fingerprint.Of(founder, key);
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        var id = NewId();
        var made = await connection.ExecuteAsync(
            """
            insert into conversations (id, kind, low, high, title, founder, key, version, last, at)
            values (@id, 2, 0, 0, @title, @founder, @fingerprint, 1, 0, @at) on conflict do nothing
            """,
            new { id, title, founder, fingerprint, at = Now }, transaction);
        if (made == 0)
        {
            await transaction.RollbackAsync();
            return await connection.QuerySingleAsync<long>("select id from conversations where key = @fingerprint", new { fingerprint });
        }

        await Join(connection, transaction, id, 0, members);
        await transaction.CommitAsync();
        return id;
    }

    /// <summary>Adds members to a group, with a line for each; false if the participants changed since that version.</summary>
    public async Task<bool> Add(Conversation present, int by, IReadOnlyCollection<int> members)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        if (await Turn(connection, transaction, present, members.Count) is not { } head)
        {
            return false;
        }

        var first = head.Last - members.Count + 1;
        await Join(connection, transaction, present.Id, first - 1, members);
        var lines = members.Select((member, place) => new MessageLine(present.Id, first + place, by, MessageKind.Added, member, null, null, head.At, null, 0));
        await MessageLine.Insert(connection, transaction, [.. lines]);
        await transaction.CommitAsync();
        return true;
    }

    /// <summary>Takes a member out of a group, with a line that tells; false if the participants changed since that version.</summary>
    public async Task<bool> Leave(Conversation present, int member)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        if (await Turn(connection, transaction, present, 1) is not { } head)
        {
            return false;
        }

        await connection.ExecuteAsync(
            "update participants set gone = 1 where conversation = @id and member = @member", new { id = present.Id, member }, transaction);
        await MessageLine.Insert(connection, transaction, [new(present.Id, head.Last, member, MessageKind.Left, 0, null, null, head.At, null, 0)]);
        await transaction.CommitAsync();
        return true;
    }

    private static async Task<long?> Pair(DbConnection connection, int low, int high) => await connection.QuerySingleOrDefaultAsync<long?>(
        "select id from conversations where kind = 1 and low = @low and high = @high", new { low, high });

    /// <summary>The next version of the participants, and so many numbers for lines; holds the row until the transaction ends.</summary>
    private async Task<ConversationHead?> Turn(DbConnection connection, DbTransaction transaction, Conversation present, int lines) =>
        await connection.QuerySingleOrDefaultAsync<ConversationHead>(
            """
            update conversations set version = version + 1, last = last + @lines, at = case when at < @now then @now else at end
            where id = @Id and version = @Version returning last, at
            """,
            new { lines, now = Now, present.Id, present.Version }, transaction);

    private static Task Join(DbConnection connection, DbTransaction transaction, long conversation, int since, IEnumerable<int> members) =>
        connection.ExecuteAsync(
            """
            insert into participants (conversation, member, since, read) values (@conversation, @member, @since, @since)
            on conflict (conversation, member) do update set gone = 0, since = excluded.since, read = excluded.read
            """,
            members.Select(member => new { conversation, member, since }), transaction);

    private static Conversation Conversation(IGrouping<long, Row> rows)
    {
        var row = rows.First();
        return new(
            row.Id, row.Kind, row.Title, row.Version, row.Last, row.At,
            [.. rows.Where(one => one.Member is not null).Select(one => new Participant(one.Member!.Value, one.Since!.Value, one.Read!.Value))]);
    }

    /// <summary>Not guessable, so that an id tells nobody how many conversations there are.</summary>
    private static long NewId() => BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) & (long.MaxValue >> 1);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private sealed class Row
    {
        public long Id { get; set; }

        public ConversationKind Kind { get; set; }

        public string Title { get; set; } = "";

        public int Version { get; set; }

        public int Last { get; set; }

        public long At { get; set; }

        public int? Member { get; set; }

        public int? Since { get; set; }

        public int? Read { get; set; }
    }
}
