using OrleansMixi.Postgres;
using OrleansMixi.Storage;

namespace OrleansMixi.Members;

[Collection(nameof(PostgresCollection))]
public sealed class PostgresInvitationLimitTests(PostgresServer server)
{
    [Fact]
    public async Task Of_many_asked_for_at_once_exactly_as_many_are_made_as_are_allowed()
    {
        var database = Database.Of(await server.CreateDatabase());
        await Migrator.Migrate(database, 1, 1, TestContext.Current.CancellationToken);
        var members = new MemberStore(database, TimeProvider.System);
        var inviter = (await members.Create("hanako", null)).Number;
        await InvitationLimitTests.IsBounded(new(database, members, TimeProvider.System), inviter);
    }
}
