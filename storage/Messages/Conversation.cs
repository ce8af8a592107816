namespace OrleansMixi.Messages;

/// <summary>A conversation as stored, with those who are in it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Two members, or a group.</param>
/// <param name="Title">What the group is called; may be empty.</param>
/// <param name="Version">Counts changes of the participants.</param>
/// <param name="Last">The number of the last line; 0 when nothing was said yet.</param>
/// <param name="At">When that was, or when it was made; Unix milliseconds.</param>
/// <param name="Participants">Those who are in it now.</param>
public sealed record Conversation(long Id, ConversationKind Kind, string Title, int Version, int Last, long At, IReadOnlyList<Participant> Participants)
{
    /// <summary>A member's place in it; null for everybody else.</summary>
    public Participant? Of(int member) => Participants.FirstOrDefault(one => one.Member == member);

    /// <summary>The other one of a pair; 0 in a group.</summary>
    public int Other(int member) => Kind == ConversationKind.Pair ? Participants.FirstOrDefault(one => one.Member != member)?.Member ?? 0 : 0;
}
