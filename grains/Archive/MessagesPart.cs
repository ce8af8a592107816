using System.Globalization;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Messages;
using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>What was said in conversations, for reading, see <see cref="ConversationsPart"/>.</summary>
internal sealed class MessagesPart(OwnMessages messages, AuthorStore authors, ViewerStore viewers, TimeProvider time) : ReadingPart<MessageLine>("messages")
{
    protected override async IAsyncEnumerable<MessageLine> Lines(ArchiveOwner owner)
    {
        var viewer = await viewers.Find(owner.Member);
        await foreach (var conversation in messages.Of(owner.Member))
        {
            if (!ConversationsPart.IsShown(viewer, conversation) || conversation.Of(owner.Member) is not { } reader)
            {
                continue;
            }

            await foreach (var line in messages.Lines(conversation.Id, reader.Since))
            {
                if (MessageVisibility.CanSee(viewer, reader.Since, line) && await Line(owner.Member, line) is { } written)
                {
                    yield return written;
                }
            }
        }
    }

    protected override string Key(MessageLine line) => $"{ConversationsPart.Key(line.Context)} {line.Number.ToString("D10", CultureInfo.InvariantCulture)}";

    protected override void Check(MessageLine line)
    {
        ConversationsPart.Key(line.Context);
        ArchiveTime.Check("published", ArchiveTime.Read("published", line.Published), time);
        _ = line.Deleted is null ? 0 : ArchiveTime.Read("deleted", line.Deleted);
        PostRules.Text("content", line.Content, MessageRules.MaxText);
        PostRules.Text("stamp", line.Stamp, PostRules.MaxKey);
        if (line.Type is not ("Note" or "Add" or "Leave") || line.Number < 1 || (line.By is not null && Handle.Fold(line.By) != line.By))
        {
            throw Errors.Invalid("type", "A line of a conversation is a 'Note', an 'Add' or a 'Leave' with its 'number'.");
        }

        if (line.Object is not null)
        {
            TopicPart.Check(line.Object, TopicKind.User);
        }
    }

    /// <summary>What stands in a conversation of this town stands there; what was taken back there stays away.</summary>
    protected override async Task<Func<MessageLine, bool>> Here(ArchiveOwner owner, IReadOnlyList<MessageLine> lines)
    {
        var here = await messages.Among(owner.Member, [.. lines.Select(line => PostId.TryParse(line.Context, out var id) ? id : 0).Distinct()]);
        return line => PostId.TryParse(line.Context, out var id) && here.Contains(id);
    }

    private async Task<MessageLine?> Line(int member, Message line)
    {
        if (await authors.Find(line.Author) is not { } author)
        {
            return null;
        }

        var type = line.Kind switch { MessageKind.Added => "Add", MessageKind.Left => "Leave", _ => "Note" };
        var added = line.Target == 0 ? null : (await authors.Find(line.Target))?.Handle;
        return new(
            type, PostId.Format(line.Conversation), line.Number, ArchiveTime.Text(line.At), line.Author == member ? null : author.Handle, added is null ? null : $"user:{added}",
            line.Unsent == 0 ? null : ArchiveTime.Text(line.Unsent), line.Stamp, line.Text);
    }
}
