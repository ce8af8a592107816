namespace OrleansMixi.Moderation;

/// <summary>What administrators can do. The numbers are stored; never renumber.</summary>
public enum MeasureKind
{
    /// <summary>A member is hidden and can't come in.</summary>
    Suspension = 1,

    /// <summary>A post is hidden.</summary>
    Removal = 2,
}
