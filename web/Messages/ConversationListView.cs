namespace OrleansMixi.Messages;

/// <summary>A page of the caller's conversations.</summary>
/// <param name="Items">The one where something was said last comes first.</param>
/// <param name="Next">What to give as <c>before</c> for the following page; null at the end.</param>
public sealed record ConversationListView(IReadOnlyList<ConversationView> Items, string? Next);
