using OrleansMixi.Log;

namespace OrleansMixi.Live;

/// <summary>An activity and the readers it concerns, by the numbers under which the gateway registered them.</summary>
[GenerateSerializer, Immutable, Alias("mixi.LiveEntry")]
public readonly record struct LiveEntry([property: Id(0)] ActivityHeader Activity, [property: Id(1)] int[] Readers);
