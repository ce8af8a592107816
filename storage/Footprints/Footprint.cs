namespace OrleansMixi.Footprints;

/// <summary>A visit: who came to whom, when.</summary>
/// <param name="Member">Whose profile or diary it was.</param>
/// <param name="Visitor">Who came.</param>
/// <param name="Slot">The number of the stretch of time; with member and visitor it names the footprint.</param>
/// <param name="At">When, Unix milliseconds; the first visit of the stretch.</param>
/// <param name="Post">The diary entry that was read; 0 for the profile.</param>
public sealed record Footprint(int Member, int Visitor, int Slot, long At, long Post);
