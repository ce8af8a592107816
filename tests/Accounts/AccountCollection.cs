namespace OrleansMixi.Accounts;

/// <summary>Tests that share the running host for accounts.</summary>
[CollectionDefinition(nameof(AccountCollection))]
public sealed class AccountCollection : ICollectionFixture<AccountTown>;
