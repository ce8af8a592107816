namespace OrleansMixi.Communities;

/// <summary>What can be chosen in a poll.</summary>
public sealed class PollOptionRow
{
    /// <summary>Its place in the poll, from 1.</summary>
    public int Number { get; set; }

    /// <summary>What it says.</summary>
    public string Text { get; set; } = "";

    /// <summary>How many chose it.</summary>
    public int Votes { get; set; }
}
