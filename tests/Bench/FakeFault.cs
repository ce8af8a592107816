namespace OrleansMixi.Hammer;

/// <summary>What the fake server does to one delivery of one reader.</summary>
public enum FakeFault
{
    None,
    Lose,
    Duplicate,
    Swap,

    /// <summary>Leaves the delivery out and says so; the timeline has it.</summary>
    Gap,

    /// <summary>Leaves the delivery out and says so; the timeline has it not either.</summary>
    GapWithoutTimeline,

    /// <summary>Sends a post to a reader who does not follow its author.</summary>
    Misdirect,
}
