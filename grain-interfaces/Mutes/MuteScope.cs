namespace OrleansMixi.Mutes;

/// <summary>Where a mute holds. The numbers are stored; never renumber.</summary>
public enum MuteScope : byte
{
    /// <summary>In the home timeline only.</summary>
    Home = 1,

    /// <summary>In every list of posts.</summary>
    Everywhere = 2,
}
