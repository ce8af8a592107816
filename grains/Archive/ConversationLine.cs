namespace OrleansMixi.Archive;

/// <summary>A conversation that the member is in.</summary>
/// <param name="Type"><c>Conversation</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Kind"><c>pair</c> or <c>group</c>.</param>
/// <param name="Name">What a group is called.</param>
/// <param name="With">Handles of the others, in order.</param>
internal sealed record ConversationLine(string Type, string Id, string Kind, IReadOnlyList<string> With, string? Name = null);
