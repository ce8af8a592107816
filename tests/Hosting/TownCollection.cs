namespace OrleansMixi.Hosting;

/// <summary>Tests that share one running host.</summary>
[CollectionDefinition(nameof(TownCollection))]
public sealed class TownCollection : ICollectionFixture<SharedTown>;
