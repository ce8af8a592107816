using OrleansMixi.Posts;

namespace OrleansMixi.Messages;

/// <summary>One line of a conversation as clients see it.</summary>
/// <param name="Id">Its number in the conversation, as text; rising.</param>
/// <param name="Author">Who wrote it or did it.</param>
/// <param name="Kind"><c>text</c>, <c>stamp</c>, <c>added</c> or <c>left</c>.</param>
/// <param name="Text">The words.</param>
/// <param name="Stamp">The stamp's name.</param>
/// <param name="Member">Whom the author added.</param>
/// <param name="At">When.</param>
/// <param name="Unsent">When it was unsent; null if it stands.</param>
public sealed record MessageView(
    string Id, AuthorView Author, string Kind, string? Text, string? Stamp, AuthorView? Member, DateTimeOffset At, DateTimeOffset? Unsent);
