using Dapper;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Messages;

/// <summary>Counts what a member has not read yet, as far as the member sees it.</summary>
public sealed class UnreadMessages(Database database, ReadMarks marks)
{
    /// <summary>Of one conversation no more are counted.</summary>
    public const int Most = 100;

    /// <summary>Of one member no more conversations are looked at, the newest first.</summary>
    private const int MostConversations = 100;

    /// <summary>In how many conversations, except one, something waits for the member; for the navigation.</summary>
    public async Task<int> Conversations(Viewer viewer, long except = 0)
    {
        await using var connection = await database.Open();
        var rows = await connection.QueryAsync<(long Conversation, long Last, long Since, long Read)>(
            """
            select c.id, cast(c.last as bigint), cast(p.since as bigint), cast(p.read as bigint)
            from participants p join conversations c on c.id = p.conversation
            where p.member = @Member and p.gone = 0 and c.last > p.read and c.id <> @except order by c.at desc limit @MostConversations
            """,
            new { viewer.Member, except, MostConversations });
        var counts = await Count(viewer, [.. rows.Select(row => (row.Conversation, (int)row.Last, new Participant(viewer.Member, (int)row.Since, (int)row.Read)))]);
        return counts.Count;
    }

    /// <summary>How many messages wait in each conversation; those where nothing waits are absent.</summary>
    public async Task<IReadOnlyDictionary<long, int>> Count(Viewer viewer, IEnumerable<Conversation> conversations) =>
        await Count(viewer, [.. conversations.Select(one => (one.Id, one.Last, one.Of(viewer.Member)!))]);

    private async Task<Dictionary<long, int>> Count(Viewer viewer, IReadOnlyList<(long Id, int Last, Participant Reader)> conversations)
    {
        var values = new DynamicParameters(new { viewer.Member });
        var rows = new List<string>();
        foreach (var (id, last, reader) in conversations)
        {
            var read = marks.Of(id, reader);
            if (read < last)
            {
                values.Add($"c{rows.Count}", id);
                values.Add($"n{rows.Count}", Math.Max(read, last - Most));
                rows.Add($"(@c{rows.Count}, @n{rows.Count})");
            }
        }

        if (rows.Count == 0)
        {
            return [];
        }

        await using var connection = await database.Open();
        var counts = await connection.QueryAsync<(long Conversation, long Author, long Messages)>(
            $"""
            with marks(conversation, number) as (values {string.Join(", ", rows)})
            select m.conversation, cast(m.author as bigint), count(*)
            from marks join messages m on m.conversation = marks.conversation and m.number > marks.number
            where m.author <> @Member and m.kind in (1, 2) and m.unsent = 0
            group by m.conversation, m.author
            """,
            values);
        return counts.Where(row => !viewer.Blocks.Contains((int)row.Author)).GroupBy(row => row.Conversation).ToDictionary(group => group.Key, group => (int)group.Sum(row => row.Messages));
    }
}
