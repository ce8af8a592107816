namespace OrleansMixi.Messages;

/// <summary>What sort of conversation. The numbers are stored; never renumber.</summary>
public enum ConversationKind : byte
{
    /// <summary>Two members; there is one such conversation for any two, and nobody leaves it.</summary>
    Pair = 1,

    /// <summary>A small group; its participants add others and leave.</summary>
    Group = 2,
}
