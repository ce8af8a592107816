namespace OrleansMixi.Messages;

/// <summary>A line as stored.</summary>
internal sealed class MessageRow
{
    /// <summary>The columns of a line of the table <c>m</c>.</summary>
    public const string Columns = "m.conversation, m.number, m.author, m.kind, m.target, m.text, m.stamp, m.at, m.unsent, m.key, m.hash";

    public long Conversation { get; set; }

    public int Number { get; set; }

    public int Author { get; set; }

    public MessageKind Kind { get; set; }

    public int Target { get; set; }

    public string? Text { get; set; }

    public string? Stamp { get; set; }

    public long At { get; set; }

    public long Unsent { get; set; }

    public long? Key { get; set; }

    public long Hash { get; set; }

    /// <summary>The line as others read it.</summary>
    public Message ToMessage() => new(Conversation, Number, Author, Kind, Target, Text, Stamp, At, Unsent);
}
