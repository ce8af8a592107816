using OrleansMixi.Messages;
using OrleansMixi.Posts;

namespace OrleansMixi.Pages.Messages;

/// <summary>A conversation as its page shows it.</summary>
/// <param name="Conversation">Who is in it and what it is called.</param>
/// <param name="Lines">The oldest of the page first.</param>
/// <param name="Older">What to give as <c>before</c> for what was said earlier; null at the beginning.</param>
/// <param name="Friends">Friends of the viewer who are not in it, for adding them to a group.</param>
public sealed record ConversationPage(ConversationView Conversation, IReadOnlyList<MessageView> Lines, string? Older, IReadOnlyList<AuthorView> Friends)
{
    /// <summary>Whether it is a group.</summary>
    public bool IsGroup => Conversation.Kind == "group";
}
