using OrleansMixi.Members;
using OrleansMixi.Posts;
using OrleansMixi.Postgres;
using OrleansMixi.Storage;

namespace OrleansMixi.Diaries;

[Collection(nameof(PostgresCollection))]
public sealed class PostgresDraftLimitTests(PostgresServer server)
{
    [Fact]
    public async Task Of_many_kept_at_once_exactly_as_many_stay_as_are_allowed_each_with_a_number_of_its_own()
    {
        var database = Database.Of(await server.CreateDatabase());
        await Migrator.Migrate(database, 1, 1, TestContext.Current.CancellationToken);
        var member = (await new MemberStore(database, TimeProvider.System).Create("hanako", null)).Number;
        var drafts = new DraftStore(database, new(database, TimeProvider.System), new(database, TimeProvider.System), TimeProvider.System);
        for (var number = 1; number <= DraftStore.Limit - 10; number++)
        {
            await Keep();
        }

        var refusals = await Task.WhenAll(Enumerable.Range(0, 30).Select(async _ => await Record.ExceptionAsync(Keep)));
        Assert.Equal(20, refusals.Count(refusal => refusal is MixiException { Code: "conflict" }));
        Assert.Equal(Enumerable.Range(1, DraftStore.Limit), (await drafts.Of(member)).Select(draft => draft.Number).Order());

        Task Keep() => drafts.Keep(member, new(0, "", "x", Audience.Me, Commenting.All));
    }
}
