using Dapper;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Messages;

/// <summary>The conversations of one member, the one with the newest line first.</summary>
public sealed class ConversationList(Database database, ConversationStore conversations, UnreadMessages unread)
{
    /// <summary>So many lines back a preview is looked for.</summary>
    private const int Preview = 5;

    /// <summary>
    /// Conversations before a place (when the newest line was written, and the id), and the place to go on from, if there
    /// are more. Pairs appear once something was said; those that a block parts do not.
    /// </summary>
    public async Task<(IReadOnlyList<ConversationPlace> Items, (long At, long Id)? Next)> Page(Viewer viewer, (long At, long Id)? before, int limit)
    {
        var (at, id) = before ?? (long.MaxValue, long.MaxValue);
        await using var connection = await database.Open();
        var rows = (await connection.QueryAsync<(long Id, long At)>(
            """
            select c.id, c.at from participants p join conversations c on c.id = p.conversation
            where p.member = @Member and p.gone = 0 and (c.last > 0 or c.kind = 2) and (c.at < @at or (c.at = @at and c.id < @id))
            order by c.at desc, c.id desc limit @limit
            """,
            new { viewer.Member, at, id, limit })).AsList();
        var found = (await conversations.Get([.. rows.Select(row => row.Id)])).Where(one => IsShown(viewer, one)).ToList();
        var previews = await Previews(connection, viewer, found);
        var counts = await unread.Count(viewer, found);
        var items = found.OrderByDescending(one => one.At).ThenByDescending(one => one.Id).Select(one => new ConversationPlace(
            one, one.Of(viewer.Member)!, previews.GetValueOrDefault(one.Id), counts.GetValueOrDefault(one.Id)));
        return ([.. items], rows.Count == limit ? (rows[^1].At, rows[^1].Id) : null);
    }

    /// <summary>Whether a conversation exists for a viewer.</summary>
    public static bool IsShown(Viewer viewer, Conversation conversation) =>
        conversation.Of(viewer.Member) is not null && !viewer.Blocks.Contains(conversation.Other(viewer.Member));

    private async Task<Dictionary<long, Message>> Previews(System.Data.Common.DbConnection connection, Viewer viewer, List<Conversation> found)
    {
        if (found.Count == 0)
        {
            return [];
        }

        var rows = await connection.QueryAsync<MessageRow>(
            $"""
            select {MessageRow.Columns} from {database.Rows("ids")}
            join conversations c on c.id = ids.id
            join messages m on m.conversation = c.id and m.number > c.last - @Preview
            """,
            new { ids = database.List([.. found.Select(one => one.Id)]), Preview });
        var since = found.ToDictionary(one => one.Id, one => one.Of(viewer.Member)!.Since);
        return rows.Select(row => row.ToMessage()).Where(line => MessageVisibility.CanSee(viewer, since[line.Conversation], line))
            .GroupBy(line => line.Conversation).ToDictionary(group => group.Key, group => group.MaxBy(line => line.Number)!);
    }
}
