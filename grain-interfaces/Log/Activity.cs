namespace OrleansMixi.Log;

/// <summary>One entry of the log, with its body.</summary>
/// <param name="Header">What travels through the stream.</param>
/// <param name="Published">When it says it was published, Unix milliseconds; equals the id's time unless imported.</param>
/// <param name="Body">What was written, for posts and edits.</param>
[GenerateSerializer, Immutable, Alias("mixi.Activity")]
public sealed record Activity(
    [property: Id(0)] ActivityHeader Header,
    [property: Id(1)] long Published,
    [property: Id(2)] ActivityBody? Body);
