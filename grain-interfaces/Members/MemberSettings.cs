namespace OrleansMixi.Members;

/// <summary>What a member chose for the own reading and profile.</summary>
/// <param name="HideBots">Posts by bots are not shown to this member.</param>
/// <param name="Introduction">A few words on the profile page, at most 500 text elements.</param>
[GenerateSerializer, Immutable, Alias("mixi.MemberSettings")]
public sealed record MemberSettings([property: Id(0)] bool HideBots = false, [property: Id(1)] string Introduction = "");
