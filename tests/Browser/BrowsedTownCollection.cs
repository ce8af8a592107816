namespace OrleansMixi.Browser;

/// <summary>Tests that share one demo town, one after the other; each leaves the others' people as it found them, or takes different ones.</summary>
[CollectionDefinition(nameof(BrowsedTownCollection))]
public sealed class BrowsedTownCollection : ICollectionFixture<BrowsedTown>;
