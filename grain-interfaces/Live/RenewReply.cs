namespace OrleansMixi.Live;

/// <summary>A shard's answer to a gateway that still lives; 0 readers where some are expected means register again.</summary>
[GenerateSerializer, Immutable, Alias("mixi.RenewReply")]
public readonly record struct RenewReply([property: Id(0)] long Epoch, [property: Id(1)] int Readers);
