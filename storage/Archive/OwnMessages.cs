using Dapper;
using OrleansMixi.Messages;
using OrleansMixi.Storage;

namespace OrleansMixi.Archive;

/// <summary>The conversations that one member is in, from the first line to the last.</summary>
public sealed class OwnMessages(Database database, ConversationStore conversations)
{
    private const int Page = 500;

    /// <summary>Conversations in the order of their ids, some in memory at a time.</summary>
    public async IAsyncEnumerable<Conversation> Of(int member)
    {
        var after = -1L;
        while (true)
        {
            List<long> ids;
            await using (var connection = await database.Open())
            {
                ids = (await connection.QueryAsync<long>(
                    "select conversation from participants where member = @member and gone = 0 and conversation > @after order by conversation limit @Page", new { member, after, Page })).AsList();
            }

            foreach (var conversation in (await conversations.Get(ids)).OrderBy(one => one.Id))
            {
                yield return conversation;
            }

            if (ids.Count < Page)
            {
                yield break;
            }

            after = ids[^1];
        }
    }

    /// <summary>Which of some conversations the member is in.</summary>
    public async Task<IReadOnlySet<long>> Among(int member, IReadOnlyCollection<long> ids)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<long>(
            $"select p.conversation from participants p join {database.Rows("ids")} on ids.id = p.conversation where p.member = @member", new { member, ids = database.List(ids) })).ToHashSet();
    }

    /// <summary>Lines of a conversation after one, oldest first, a page in memory at a time.</summary>
    public async IAsyncEnumerable<Message> Lines(long conversation, int after)
    {
        while (true)
        {
            List<MessageRow> rows;
            await using (var connection = await database.Open())
            {
                rows = (await connection.QueryAsync<MessageRow>(
                    $"select {MessageRow.Columns} from messages m where m.conversation = @conversation and m.number > @after order by m.number limit @Page",
                    new { conversation, after, Page })).AsList();
            }

            foreach (var row in rows)
            {
                yield return row.ToMessage();
            }

            if (rows.Count < Page)
            {
                yield break;
            }

            after = rows[^1].Number;
        }
    }
}
