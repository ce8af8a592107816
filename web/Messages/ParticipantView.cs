using OrleansMixi.Posts;

namespace OrleansMixi.Messages;

/// <summary>Somebody in a conversation.</summary>
/// <param name="Member">Who.</param>
/// <param name="Read">The last message that this participant has read, a number as text; 0 before the first.</param>
public sealed record ParticipantView(AuthorView Member, string Read);
