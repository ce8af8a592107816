namespace OrleansMixi.Profiles;

/// <summary>What a profile's grain keeps.</summary>
[GenerateSerializer, Alias("mixi.ProfileState")]
internal sealed class ProfileState
{
    /// <summary>The profile; null until the member has written one.</summary>
    [Id(0)]
    public Profile? Profile { get; set; }
}
