namespace OrleansMixi.Messages;

/// <summary>Where a conversation stands inside a transaction that holds its row.</summary>
internal sealed class ConversationHead
{
    /// <summary>The number of the last line.</summary>
    public int Last { get; set; }

    /// <summary>When it was written.</summary>
    public long At { get; set; }
}
