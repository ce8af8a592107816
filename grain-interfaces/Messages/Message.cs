namespace OrleansMixi.Messages;

/// <summary>One line of a conversation.</summary>
/// <param name="Conversation">Which conversation.</param>
/// <param name="Number">Its place there, rising from 1 without exception.</param>
/// <param name="Author">Who wrote it or did it.</param>
/// <param name="Kind">Words, a stamp, or what happened to the group.</param>
/// <param name="Target">The member an <see cref="MessageKind.Added"/> is about; else 0.</param>
/// <param name="Text">The words; null for other kinds and when it was unsent.</param>
/// <param name="Stamp">The stamp's name; null for other kinds and when it was unsent.</param>
/// <param name="At">When it was sent, Unix milliseconds; never earlier than the line before.</param>
/// <param name="Unsent">When it was unsent, Unix milliseconds; 0 if it stands.</param>
[GenerateSerializer, Immutable, Alias("mixi.Message")]
public sealed record Message(
    [property: Id(0)] long Conversation,
    [property: Id(1)] int Number,
    [property: Id(2)] int Author,
    [property: Id(3)] MessageKind Kind,
    [property: Id(4)] int Target,
    [property: Id(5)] string? Text,
    [property: Id(6)] string? Stamp,
    [property: Id(7)] long At,
    [property: Id(8)] long Unsent)
{
    /// <summary>Whether somebody said it, so that it counts as unread.</summary>
    public bool IsSaid => Kind is MessageKind.Text or MessageKind.Stamp && Unsent == 0;
}
