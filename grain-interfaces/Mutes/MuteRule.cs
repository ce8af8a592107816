namespace OrleansMixi.Mutes;

/// <summary>One mute of a member. It lies over what is shown and deletes nothing, so that taking it away restores exactly what it hid.</summary>
/// <param name="Number">Names it among the member's mutes.</param>
/// <param name="Kind">What it goes by.</param>
/// <param name="Value">A member's number, a topic's number, a post's id, a word or a language tag.</param>
/// <param name="Scope">Where it holds.</param>
/// <param name="Until">When it ends, Unix milliseconds; 0 for never.</param>
/// <param name="Created">When it was made, Unix milliseconds.</param>
[GenerateSerializer, Immutable, Alias("mixi.MuteRule")]
public sealed record MuteRule(
    [property: Id(0)] int Number,
    [property: Id(1)] MuteKind Kind,
    [property: Id(2)] string Value,
    [property: Id(3)] MuteScope Scope,
    [property: Id(4)] long Until,
    [property: Id(5)] long Created);
