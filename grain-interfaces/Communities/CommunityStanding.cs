namespace OrleansMixi.Communities;

/// <summary>How a member stands to a community.</summary>
/// <param name="Member">Belongs to it.</param>
/// <param name="Founder">Is at its head.</param>
/// <param name="Rights">May do as staff.</param>
/// <param name="Asked">Waits to be let in.</param>
/// <param name="Invited">May come in at any time.</param>
/// <param name="Bar">Is kept out.</param>
/// <param name="MayClaim">May take the head, which is empty or whose holder is gone.</param>
[GenerateSerializer, Immutable, Alias("mixi.CommunityStanding")]
public sealed record CommunityStanding(
    [property: Id(0)] bool Member,
    [property: Id(1)] bool Founder,
    [property: Id(2)] CommunityRights Rights,
    [property: Id(3)] bool Asked,
    [property: Id(4)] bool Invited,
    [property: Id(5)] CommunityBar? Bar,
    [property: Id(6)] bool MayClaim)
{
    /// <summary>Somebody who has nothing to do with it.</summary>
    public static CommunityStanding None { get; } = new(false, false, CommunityRights.None, false, false, null, false);

    /// <summary>Whether the member may do one of these as staff.</summary>
    public bool May(CommunityRights rights) => (Rights & rights) != 0;
}
