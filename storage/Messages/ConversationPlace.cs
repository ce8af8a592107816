namespace OrleansMixi.Messages;

/// <summary>A conversation in the list of one participant, with what is not read yet.</summary>
/// <param name="Conversation">Which.</param>
/// <param name="Reader">The participant's place in it.</param>
/// <param name="Last">The newest line that the participant sees; null if there is none among the newest few.</param>
/// <param name="Unread">How many messages of others are not read yet, at most <see cref="UnreadMessages.Most"/>.</param>
public sealed record ConversationPlace(Conversation Conversation, Participant Reader, Message? Last, int Unread);
