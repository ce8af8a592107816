using System.Globalization;
using Microsoft.Extensions.Options;
using OrleansMixi.Members;
using OrleansMixi.Messages;
using OrleansMixi.Posts;

namespace OrleansMixi.Pages.Messages;

/// <summary>What the pages of conversations read.</summary>
internal sealed class MessagePages(Mailbox mailbox, UnreadMessages unread, ViewerStore viewers, AuthorStore authors, IOptions<MessageOptions> options, TimeProvider time) : IMessageNav
{
    /// <summary>Lines on a page; with its forms it stays under 30 KB.</summary>
    private const int PageSize = 25;

    private const string Talk = "/message/";

    /// <summary>From when on an own message can still be unsent.</summary>
    public DateTimeOffset UnsendSince => time.GetUtcNow() - options.Value.UnsendWithin;

    /// <summary>The most others whom a group can take.</summary>
    public int Others => options.Value.GroupSize - 1;

    public async Task<int> Unread(int member, string path) =>
        await unread.Conversations(
            await viewers.Find(member),
            path.StartsWith(Talk, StringComparison.Ordinal) && long.TryParse(path.AsSpan(Talk.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var open) ? open : 0);

    /// <summary>The member's conversations.</summary>
    public async Task<ConversationListView> List(int member, string? before) => await mailbox.List(await viewers.Find(member), before, PageSize);

    /// <summary>
    /// A page of a conversation; null if there is none for the member. Who is shown the newest lines has read them.
    /// </summary>
    public async Task<ConversationPage?> Open(int member, string id, string? before, bool seen)
    {
        var viewer = await viewers.Find(member);
        try
        {
            var conversation = await mailbox.Find(viewer, id);
            var page = await mailbox.Page(viewer, conversation, before, PageSize);
            if (seen && before is null && page.Items.Count > 0)
            {
                mailbox.Read(viewer, conversation, MessageViews.Text(conversation.Last));
            }

            var view = await mailbox.View(viewer, conversation);
            var inside = view.Members.Select(one => one.Member.Handle).ToHashSet();
            IReadOnlyList<AuthorView> friends = view.Kind == "group" ? [.. (await Friends(viewer)).Where(friend => !inside.Contains(friend.Handle))] : [];
            return new(view, [.. page.Items.Reverse()], page.Next, friends);
        }
        catch (MixiException refusal) when (refusal.Code is "not-found" or "cursor-invalid")
        {
            return null;
        }
    }

    /// <summary>The member's friends, to write to.</summary>
    public async Task<IReadOnlyList<AuthorView>> Friends(int member) => await Friends(await viewers.Find(member));

    private async Task<IReadOnlyList<AuthorView>> Friends(Viewer viewer) =>
        [.. (await authors.Get(viewer.Friends)).Values.Where(friend => !friend.Suspended && !viewer.Blocks.Contains(friend.Number))
            .OrderBy(friend => friend.Handle, StringComparer.Ordinal).Select(friend => new AuthorView(friend.Handle, friend.Nickname, friend.Bot))];
}
