using System.Globalization;
using OrleansMixi.Posts;

namespace OrleansMixi.Messages;

/// <summary>What a member reads of the own conversations; whoever is no participant finds nothing.</summary>
internal sealed class Mailbox(ConversationStore conversations, ConversationList list, MessageStore messages, UnreadMessages unread, ReadMarks marks, MessageViews views)
{
    /// <summary>The most items of a page.</summary>
    public const int MaxLimit = 100;

    /// <summary>The items of a page unless asked otherwise.</summary>
    public const int DefaultLimit = 30;

    /// <summary>The member's conversations.</summary>
    public async Task<ConversationListView> List(Viewer viewer, string? before, int limit)
    {
        var (items, next) = await list.Page(viewer, Place(before), limit);
        return new(await views.Of(viewer, items), next is { } place ? $"{place.At}.{place.Id}" : null);
    }

    /// <summary>One conversation; refuses who may not know of it.</summary>
    public async Task<Conversation> Find(Viewer viewer, string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && await conversations.Find(number) is { } found && ConversationList.IsShown(viewer, found)
            ? found
            : throw Errors.NotFound("conversation");

    /// <summary>A conversation with its newest line and what is not read.</summary>
    public async Task<ConversationView> View(Viewer viewer, Conversation conversation)
    {
        var last = (await Lines(viewer, conversation, int.MaxValue, 1)).Lines;
        var count = (await unread.Count(viewer, [conversation])).GetValueOrDefault(conversation.Id);
        return (await views.Of(viewer, [new(conversation, conversation.Of(viewer.Member)!, last.Count > 0 ? last[0] : null, count)]))[0];
    }

    /// <summary>A page of a conversation, newest first.</summary>
    public async Task<MessagePageView> Page(Viewer viewer, Conversation conversation, string? before, int limit)
    {
        var (lines, next) = await Lines(viewer, conversation, Number(before, "before") ?? int.MaxValue, limit);
        return new(await views.Of(lines), next is { } place ? MessageViews.Text(place) : null);
    }

    /// <summary>The viewer has read up to a message.</summary>
    public void Read(Viewer viewer, Conversation conversation, string? message)
    {
        if (Number(message, "message") is { } number)
        {
            marks.Mark(conversation.Id, conversation.Of(viewer.Member)!, Math.Min(number, conversation.Last));
        }
    }

    /// <summary>The number of a message; null if none is given.</summary>
    public static int? Number(string? text, string field) =>
        text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw Errors.InvalidCursor(field);

    /// <summary>Visible lines; what a block hides makes no page shorter.</summary>
    private async Task<(List<Message> Lines, int? Next)> Lines(Viewer viewer, Conversation conversation, int before, int limit)
    {
        var since = conversation.Of(viewer.Member)!.Since;
        var lines = new List<Message>(limit);
        while (true)
        {
            var rows = await messages.Page(conversation.Id, since, before, limit + 1);
            lines.AddRange(rows.Where(line => MessageVisibility.CanSee(viewer, since, line)));
            if (lines.Count > limit)
            {
                lines.RemoveRange(limit, lines.Count - limit);
                return (lines, lines[^1].Number);
            }

            if (rows.Count <= limit)
            {
                return (lines, null);
            }

            before = rows[^1].Number;
        }
    }

    private static (long At, long Id)? Place(string? before)
    {
        if (before is null)
        {
            return null;
        }

        var parts = before.Split('.');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? (at, id)
                : throw Errors.InvalidCursor("before");
    }
}
