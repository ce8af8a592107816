namespace OrleansMixi.Communities;

/// <summary>The order of a list of communities.</summary>
public enum CommunitySort
{
    /// <summary>Newest first.</summary>
    Newest,

    /// <summary>Most members first.</summary>
    Members,

    /// <summary>Most of the viewer's friends first; only those with friends.</summary>
    Friends,

    /// <summary>Most members in common with the viewer's own communities first; only those that have some.</summary>
    Common,
}
