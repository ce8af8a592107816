using System.Collections.Concurrent;
using System.Globalization;

namespace OrleansMixi.Town;

/// <summary>What the load wrote, kind by kind, as it was answered.</summary>
internal sealed class TownBooks
{
    private const string Mark = "town ";
    private readonly ConcurrentDictionary<int, (TownPost Post, long Due)> _written = new();
    private int _texts;

    /// <summary>Posts: topic and number of the text.</summary>
    public Ledger<(string Topic, int Text)> Posts { get; } = new();

    /// <summary>Comments: the post above and number of the text.</summary>
    public Ledger<(string Post, int Text)> Comments { get; } = new();

    /// <summary>Reactions: to which post, whose, which.</summary>
    public Ledger<(string Post, int Member, string Reaction)> Reactions { get; } = new();

    /// <summary>Messages: conversation and number of the text.</summary>
    public Ledger<(string Conversation, int Text)> Messages { get; } = new();

    /// <summary>Footprints: who was visited by whom.</summary>
    public Ledger<(int Member, int Visitor)> Footprints { get; } = new();

    /// <summary>Everything posted, by the number of its text.</summary>
    public IReadOnlyDictionary<int, (TownPost Post, long Due)> Written => _written;

    /// <summary>A text that tells its number.</summary>
    public (int Number, string Text) Text()
    {
        var number = Interlocked.Increment(ref _texts);
        return (number, string.Create(CultureInfo.InvariantCulture, $"{Mark}{number} and the ferry is late again; the kettle is on"));
    }

    /// <summary>The number of a text; 0 if it is none of the load.</summary>
    public static int Number(string? text) =>
        text is not null && text.StartsWith(Mark, StringComparison.Ordinal) && int.TryParse(text.AsSpan(Mark.Length).ToString().Split(' ')[0], CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Notes a post that is about to be written.</summary>
    public void Begin(int text, TownPost post, long due) => _written[text] = (post, due);
}
