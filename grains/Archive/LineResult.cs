namespace OrleansMixi.Archive;

/// <summary>What became of a line.</summary>
public enum LineResult
{
    /// <summary>It brought something new.</summary>
    Added,

    /// <summary>What it speaks of is here, or was here and was taken away.</summary>
    Present,

    /// <summary>It has no place in this town; it is kept for the next archive.</summary>
    Kept,

    /// <summary>Another program's archive holds it, and it is not taken.</summary>
    Skipped,

    /// <summary>It can't be read, or breaks a rule.</summary>
    Refused,
}
