namespace OrleansMixi.Reactions;

/// <summary>A member reacts, or takes it back.</summary>
/// <param name="Member">The member's number.</param>
/// <param name="Reaction">Which reaction.</param>
/// <param name="On">Whether it stands from now on.</param>
[GenerateSerializer, Immutable, Alias("mixi.ReactionChange")]
public readonly record struct ReactionChange([property: Id(0)] int Member, [property: Id(1)] Reaction Reaction, [property: Id(2)] bool On);
