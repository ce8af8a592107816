namespace OrleansMixi.Archive;

/// <summary>Tests that share the two towns.</summary>
[CollectionDefinition(nameof(ArchiveCollection))]
public sealed class ArchiveCollection : ICollectionFixture<ArchiveTowns>;
