namespace OrleansMixi.Moderation;

/// <summary>Why something is reported. The numbers are stored; never renumber.</summary>
public enum ReportReason
{
    /// <summary>Something else, said in words.</summary>
    Other = 0,

    /// <summary>Advertising, fraud.</summary>
    Spam = 1,

    /// <summary>Hurting or threatening somebody.</summary>
    Harassment = 2,

    /// <summary>Tells what somebody wants to keep private.</summary>
    Privacy = 3,

    /// <summary>Against the law.</summary>
    Illegal = 4,
}
