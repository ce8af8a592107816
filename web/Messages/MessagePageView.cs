namespace OrleansMixi.Messages;

/// <summary>A page of a conversation.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Next">What to give as <c>before</c> for the following page; null at the beginning of the conversation.</param>
public sealed record MessagePageView(IReadOnlyList<MessageView> Items, string? Next);
