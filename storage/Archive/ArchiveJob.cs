namespace OrleansMixi.Archive;

/// <summary>An export or import as stored.</summary>
public sealed class ArchiveJob
{
    /// <summary>Rises with time.</summary>
    public long Id { get; set; }

    /// <summary>Whose.</summary>
    public int Member { get; set; }

    public ArchiveJobKind Kind { get; set; }

    public ArchiveJobState State { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long Created { get; set; }

    /// <summary>Unix milliseconds; 0 while it goes on.</summary>
    public long Finished { get; set; }

    /// <summary>When it is forgotten, Unix milliseconds.</summary>
    public long Expires { get; set; }

    /// <summary>Names the one run that may write for this job.</summary>
    public string Owner { get; set; } = "";

    /// <summary>How often a host began with it.</summary>
    public int Attempts { get; set; }

    /// <summary>The archive's size.</summary>
    public long Bytes { get; set; }

    /// <summary>Lines written or read so far.</summary>
    public int Lines { get; set; }

    /// <summary>Lines that brought something new.</summary>
    public int Added { get; set; }

    /// <summary>Lines whose matter was here already.</summary>
    public int Present { get; set; }

    /// <summary>Lines without a place here, kept for the next archive.</summary>
    public int Kept { get; set; }

    /// <summary>What another program's archive holds and is not taken: boosts, direct messages, attachments.</summary>
    public int Skipped { get; set; }

    /// <summary>Lines that could not be taken; see the notes.</summary>
    public int Refused { get; set; }

    /// <summary>Why it failed, as a code.</summary>
    public string? Problem { get; set; }

    /// <summary>Why it failed, as a sentence.</summary>
    public string? Detail { get; set; }
}
