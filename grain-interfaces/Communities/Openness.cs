namespace OrleansMixi.Communities;

/// <summary>Who may read a community, and who may know of it. The numbers are stored; never renumber.</summary>
public enum Openness : byte
{
    /// <summary>Anyone reads.</summary>
    Public = 1,

    /// <summary>Only members read; everybody finds it in lists.</summary>
    Listed = 2,

    /// <summary>Only members, and those who were invited, know that it is there.</summary>
    Hidden = 3,
}
