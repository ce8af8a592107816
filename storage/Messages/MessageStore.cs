using System.Data.Common;
using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Messages;

/// <summary>The lines of conversations.</summary>
public sealed class MessageStore(Database database, TimeProvider time)
{
    /// <summary>
    /// Writes a batch in one transaction and numbers it under the lock of the conversation's row. Null if the participants
    /// changed since that version: then whoever asked decides anew.
    /// </summary>
    public async Task<IReadOnlyList<SendOutcome>?> Append(long conversation, int version, IReadOnlyList<NewMessage> batch)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        var head = await connection.QuerySingleOrDefaultAsync<ConversationHead>(
            """
            update conversations set last = last + @count, at = case when at < @now then @now else at end
            where id = @conversation and version = @version returning last, at
            """,
            new { count = batch.Count, now = Now, conversation, version }, transaction);
        if (head is null)
        {
            return null;
        }

        var outcomes = await Number(connection, transaction, conversation, head, batch);
        await transaction.CommitAsync();
        return outcomes;
    }

    /// <summary>Lines of a conversation after one and before another, newest first.</summary>
    public async Task<IReadOnlyList<Message>> Page(long conversation, int after, int before, int limit)
    {
        await using var connection = await database.Open();
        var rows = await connection.QueryAsync<MessageRow>(
            $"""
            select {MessageRow.Columns} from messages m
            where m.conversation = @conversation and m.number > @after and m.number < @before order by m.number desc limit @limit
            """,
            new { conversation, after, before, limit });
        return [.. rows.Select(row => row.ToMessage())];
    }

    /// <summary>One line; null if there is none.</summary>
    public async Task<Message?> Find(long conversation, int number)
    {
        await using var connection = await database.Open();
        return (await connection.QuerySingleOrDefaultAsync<MessageRow>(
            $"select {MessageRow.Columns} from messages m where m.conversation = @conversation and m.number = @number", new { conversation, number }))?.ToMessage();
    }

    /// <summary>Takes the words out of an own message that was sent after a moment; false if there is none, or it was unsent already.</summary>
    public async Task<bool> Unsend(long conversation, int author, int number, DateTimeOffset since)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync(
            """
            update messages set text = null, stamp = null, unsent = @now
            where conversation = @conversation and number = @number and author = @author and kind in (1, 2) and unsent = 0 and at >= @since
            """,
            new { now = Now, conversation, number, author, since = since.ToUnixTimeMilliseconds() }) > 0;
    }

    private async Task<IReadOnlyList<SendOutcome>> Number(
        DbConnection connection, DbTransaction transaction, long conversation, ConversationHead head, IReadOnlyList<NewMessage> batch)
    {
        var known = await Known(connection, transaction, conversation, batch);
        var next = head.Last - batch.Count + 1;
        var outcomes = new List<SendOutcome>(batch.Count);
        var lines = new List<MessageLine>(batch.Count);
        foreach (var wanted in batch)
        {
            if (wanted.Key is { } key && known.TryGetValue(key, out var earlier))
            {
                outcomes.Add(new(earlier.Hash == wanted.Hash ? earlier.Message : null, false));
                continue;
            }

            var kind = wanted.Draft.Stamp is null ? MessageKind.Text : MessageKind.Stamp;
            var line = new MessageLine(conversation, next++, wanted.Author, kind, 0, wanted.Draft.Text, wanted.Draft.Stamp, head.At, wanted.Key, wanted.Hash);
            lines.Add(line);
            outcomes.Add(new(line.ToMessage(), true));
            if (wanted.Key is { } fresh)
            {
                known[fresh] = (wanted.Hash, line.ToMessage());
            }
        }

        await MessageLine.Insert(connection, transaction, lines);
        if (lines.Count < batch.Count)
        {
            await connection.ExecuteAsync(
                "update conversations set last = last - @spare where id = @conversation", new { spare = batch.Count - lines.Count, conversation }, transaction);
        }

        return outcomes;
    }

    /// <summary>What was sent with these keys before; read after the lock was waited for, so nothing comes in between.</summary>
    private async Task<Dictionary<long, (long Hash, Message Message)>> Known(
        DbConnection connection, DbTransaction transaction, long conversation, IReadOnlyList<NewMessage> batch)
    {
        var keys = batch.Where(wanted => wanted.Key is not null).Select(wanted => wanted.Key!.Value).Distinct().ToList();
        if (keys.Count == 0)
        {
            return [];
        }

        var rows = await connection.QueryAsync<MessageRow>(
            $"select {MessageRow.Columns} from {database.Rows("keys")} join messages m on m.conversation = @conversation and m.key = keys.id",
            new { conversation, keys = database.List(keys) }, transaction);
        return rows.ToDictionary(row => row.Key!.Value, row => (row.Hash, row.ToMessage()));
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();
}
