namespace OrleansMixi.Communities;

/// <summary>What a community's grain kept before its settings and guests stood in tables; the guests are moved there.</summary>
[GenerateSerializer, Alias("mixi.CommunityState")]
internal sealed class CommunityState
{
    /// <summary>What everyone may know.</summary>
    [Id(0)]
    public CommunityProfile? Profile { get; set; }

    /// <summary>Members who asked to come in, oldest first.</summary>
    [Id(1)]
    public List<int> Requests { get; set; } = [];

    /// <summary>Members who may come in.</summary>
    [Id(2)]
    public HashSet<int> Invited { get; set; } = [];
}
