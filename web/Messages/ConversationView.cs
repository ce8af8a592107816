namespace OrleansMixi.Messages;

/// <summary>A conversation as one of its participants sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind"><c>pair</c> or <c>group</c>.</param>
/// <param name="Title">What a group is called; may be empty.</param>
/// <param name="Members">Who is in it, with the caller.</param>
/// <param name="Last">The newest line; null if there is none yet.</param>
/// <param name="Unread">How many messages of others are not read yet; 100 stands for more too.</param>
/// <param name="At">When something was said last, or when it was made.</param>
public sealed record ConversationView(
    string Id, string Kind, string Title, IReadOnlyList<ParticipantView> Members, MessageView? Last, int Unread, DateTimeOffset At);
