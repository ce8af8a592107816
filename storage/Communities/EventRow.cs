namespace OrleansMixi.Communities;

/// <summary>An event of a community; its title and text are those of the post that announces it.</summary>
public sealed class EventRow
{
    /// <summary>The post's id.</summary>
    public long Post { get; set; }

    /// <summary>The community.</summary>
    public int Community { get; set; }

    /// <summary>When it starts, Unix milliseconds.</summary>
    public long Starts { get; set; }

    /// <summary>The time zone in whose clock it was announced, by its IANA name.</summary>
    public string Zone { get; set; } = "";

    /// <summary>Where; may be empty.</summary>
    public string Place { get; set; } = "";

    /// <summary>The most participants; 0 for no limit.</summary>
    public int Places { get; set; }

    /// <summary>Participants now.</summary>
    public int Joined { get; set; }

    /// <summary>1 when called off.</summary>
    public int Cancelled { get; set; }
}
