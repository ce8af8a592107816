using System.Globalization;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Messages;

/// <summary>Makes what clients see of conversations and their lines.</summary>
internal sealed class MessageViews(AuthorStore authors, ReadMarks marks)
{
    private static readonly AuthorView Nobody = new("-", "–", false);

    /// <summary>An id or number as clients see it.</summary>
    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Lines in their order.</summary>
    public async Task<IReadOnlyList<MessageView>> Of(IReadOnlyCollection<Message> lines)
    {
        var people = await authors.Get(lines.SelectMany(line => new[] { line.Author, line.Target }).Where(member => member != 0));
        return [.. lines.Select(line => View(line, people))];
    }

    /// <summary>Conversations in their order, as their reader sees them.</summary>
    public async Task<IReadOnlyList<ConversationView>> Of(Viewer viewer, IReadOnlyCollection<ConversationPlace> places)
    {
        var people = await authors.Get(places.SelectMany(place =>
            place.Conversation.Participants.Select(one => one.Member).Concat(place.Last is { } last ? [last.Author, last.Target] : [])).Where(member => member != 0));
        return [.. places.Select(place => new ConversationView(
            Text(place.Conversation.Id),
            place.Conversation.Kind == ConversationKind.Pair ? "pair" : "group",
            place.Conversation.Title,
            [.. place.Conversation.Participants.Where(one => !viewer.Blocks.Contains(one.Member)).Select(one => new ParticipantView(View(one.Member, people), Text(marks.Of(place.Conversation.Id, one))))],
            place.Last is { } last ? View(last, people) : null,
            place.Unread,
            DateTimeOffset.FromUnixTimeMilliseconds(place.Conversation.At)))];
    }

    private static MessageView View(Message line, IReadOnlyDictionary<int, Author> people) => new(
        Text(line.Number),
        View(line.Author, people),
        line.Kind.ToString().ToLowerInvariant(),
        line.Text,
        line.Stamp,
        line.Target == 0 ? null : View(line.Target, people),
        DateTimeOffset.FromUnixTimeMilliseconds(line.At),
        line.Unsent == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(line.Unsent));

    private static AuthorView View(int member, IReadOnlyDictionary<int, Author> people) =>
        people.TryGetValue(member, out var author) ? new(author.Handle, author.Nickname, author.Bot) : Nobody;
}
