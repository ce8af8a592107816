namespace OrleansMixi.Postgres;

/// <summary>The tests that share one PostgreSQL server: mark them with <c>[Collection(nameof(PostgresCollection))]</c> and take <see cref="PostgresServer"/>.</summary>
[CollectionDefinition(nameof(PostgresCollection))]
public sealed class PostgresCollection : ICollectionFixture<PostgresServer>;
