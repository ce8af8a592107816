namespace OrleansMixi.Messages;

/// <summary>What a line of a conversation is. The numbers are stored; never renumber.</summary>
public enum MessageKind : byte
{
    /// <summary>Words.</summary>
    Text = 1,

    /// <summary>One of <see cref="Stamps"/>.</summary>
    Stamp = 2,

    /// <summary>The author added <see cref="Message.Target"/> to the group.</summary>
    Added = 3,

    /// <summary>The author left the group.</summary>
    Left = 4,
}
