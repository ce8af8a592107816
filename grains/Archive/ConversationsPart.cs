using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Messages;
using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>Conversations, for reading: an import that made them anew would put words into others' mouths.</summary>
internal sealed class ConversationsPart(OwnMessages messages, AuthorStore authors, ViewerStore viewers) : ReadingPart<ConversationLine>("conversations")
{
    private const int MaxOthers = 1_000;

    /// <summary>An id where lines are sorted by it; refuses what is none.</summary>
    public static string Key(string id) => PostId.TryParse(id, out var number) && PostId.Format(number) == id
        ? ArchiveSource.Key(id)
        : throw Errors.Invalid("id", "'id' is not the id of a conversation.");

    /// <summary>Whether there is anything to read in a conversation for a member.</summary>
    public static bool IsShown(Viewer viewer, Conversation conversation) =>
        ConversationList.IsShown(viewer, conversation) && (conversation.Last > 0 || conversation.Kind == ConversationKind.Group);

    protected override async IAsyncEnumerable<ConversationLine> Lines(ArchiveOwner owner)
    {
        var viewer = await viewers.Find(owner.Member);
        await foreach (var conversation in messages.Of(owner.Member))
        {
            if (IsShown(viewer, conversation))
            {
                var others = await authors.Get(conversation.Participants.Select(one => one.Member).Where(member => member != owner.Member));
                yield return new(
                    "Conversation", PostId.Format(conversation.Id), conversation.Kind.ToString().ToLowerInvariant(), [.. others.Values.Select(other => other.Handle).Order(StringComparer.Ordinal)],
                    conversation.Title.Length == 0 ? null : conversation.Title);
            }
        }
    }

    protected override string Key(ConversationLine line) => Key(line.Id);

    protected override void Check(ConversationLine line)
    {
        Key(line.Id);
        PostRules.Text("name", line.Name, MessageRules.MaxTitle);
        if (line.Kind is not ("pair" or "group") || line.With.Count > MaxOthers || line.With.Any(handle => Handle.Fold(handle) != handle))
        {
            throw Errors.Invalid("with", "A conversation is a 'pair' or a 'group', and 'with' holds handles.");
        }
    }
}
