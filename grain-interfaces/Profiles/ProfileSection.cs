namespace OrleansMixi.Profiles;

/// <summary>The sections of a profile, in their usual order. The numbers are stored; never renumber.</summary>
public enum ProfileSection : byte
{
    /// <summary>The introduction, in the member's own words.</summary>
    Introduction = 1,

    /// <summary>Interests, birthday, area.</summary>
    Facts = 2,

    /// <summary>What friends wrote.</summary>
    Texts = 3,

    /// <summary>The member's posts.</summary>
    Posts = 4,
}
