using Dapper;
using OrleansMixi.Hosting;
using OrleansMixi.Storage;

namespace OrleansMixi.Archive;

public sealed class TableTests
{
    private static readonly string[] OfMembers = ["member", "owner", "author", "actor", "target", "visitor", "friend", "inviter", "founder", "reporter", "by_member", "admitted", "one", "low"];

    [Fact]
    public async Task Of_every_table_that_holds_something_of_a_member_the_format_says_whether_it_is_in_an_archive()
    {
        using var file = new TempDatabase();
        var database = Database.Of(file.ConnectionString);
        await Migrator.Migrate(database, 8, 16);
        await using var connection = await database.Open();
        var tables = (await connection.QueryAsync<string>(
            "select distinct m.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and (c.name in @OfMembers or m.name = 'members')", new { OfMembers })).Where(name => name != "shape").ToList();
        Assert.True(tables.Count > 30);
        var format = await File.ReadAllTextAsync(Path.Combine(Pages.PagesHost.Root(), "docs", "archive-format.md"));
        Assert.Equal([], tables.Where(table => !format.Contains($"`{table}`", StringComparison.Ordinal)));
    }
}
