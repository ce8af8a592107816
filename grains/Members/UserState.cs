namespace OrleansMixi.Members;

/// <summary>What a member's grain keeps.</summary>
[GenerateSerializer, Alias("mixi.UserState")]
internal sealed class UserState
{
    /// <summary>The settings.</summary>
    [Id(0)]
    public MemberSettings Settings { get; set; } = new();
}
