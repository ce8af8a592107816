namespace OrleansMixi.Communities;

/// <summary>A guest at a community's door.</summary>
public sealed class GuestRow
{
    /// <summary>The community.</summary>
    public int Community { get; set; }

    /// <summary>Who.</summary>
    public int Member { get; set; }

    /// <summary>Asked or invited.</summary>
    public GuestState State { get; set; }

    /// <summary>Who let in or invited; 0 for one who asked.</summary>
    public int ByMember { get; set; }

    /// <summary>Since when, Unix milliseconds.</summary>
    public long At { get; set; }
}
