namespace OrleansMixi.Timelines;

/// <summary>What is known of a ring.</summary>
[Flags]
internal enum RingMarks : byte
{
    /// <summary>Nothing: there is no ring.</summary>
    None = 0,

    /// <summary>It takes new ids.</summary>
    Active = 1,

    /// <summary>History was added; before that it holds only what arrived since it was opened.</summary>
    Complete = 2,

    /// <summary>History continues in the database behind the oldest id.</summary>
    Truncated = 4,

    /// <summary>It was read since the last look for rings to give up.</summary>
    Used = 8,
}
