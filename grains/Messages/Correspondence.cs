using OrleansMixi.Members;
using OrleansMixi.Privacy;

namespace OrleansMixi.Messages;

/// <summary>Who may write to whom.</summary>
internal sealed class Correspondence(ViewerStore viewers, PrivacyStore privacy, AuthorStore authors)
{
    /// <summary>Throws unless the member may start writing to the other one, or take the other one into a group.</summary>
    public async Task Start(int me, int other)
    {
        if (other == me)
        {
            throw Errors.Invalid("members", "Write to another member, not to yourself.");
        }

        var viewer = await viewers.Find(me);
        if (viewer.Blocks.Contains(other) || await authors.Find(other) is not { Suspended: false } author)
        {
            throw Errors.NotFound("member");
        }

        if (!viewer.Friends.Contains(other) && (await privacy.Of(other)).MessagesFrom != MessagesFrom.Everyone)
        {
            throw Errors.Forbidden($"@{author.Handle} takes messages from friends only; ask to become friends first.");
        }
    }

    /// <summary>Throws unless the author may say something in the conversation.</summary>
    public async Task Say(int author, Conversation conversation)
    {
        if (conversation.Of(author) is null)
        {
            throw Errors.NotFound("conversation");
        }

        if (await authors.Find(author) is not { Suspended: false })
        {
            throw Errors.Forbidden("This account may not write at the moment.");
        }

        var other = conversation.Other(author);
        if (other != 0 && (await viewers.Find(author)).Blocks.Contains(other))
        {
            throw Errors.NotFound("conversation");
        }

        if (other != 0 && conversation.Last == 0)
        {
            await Start(author, other);
        }
    }
}
