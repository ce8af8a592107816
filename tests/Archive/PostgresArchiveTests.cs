using OrleansMixi.Postgres;

namespace OrleansMixi.Archive;

[Collection(nameof(PostgresCollection))]
public sealed class PostgresArchiveTests(PostgresServer server)
{
    [Fact]
    public async Task On_PostgreSQL_an_archive_imported_into_another_town_gives_the_same_archive()
    {
        await using var one = await ArchiveTowns.Start(await server.CreateDatabase());
        await using var other = await ArchiveTowns.Start(await server.CreateDatabase());
        var (_, archive) = await RoundTripTests.Life(one, null, "hanako");
        using var there = (await ArchiveTowns.Members(other, "hanako"))[0];
        var import = await there.Import(archive);
        Assert.True(import.GetProperty("state").GetString() == "done", other.Log);
        Assert.Equal(0, import.Counts().Refused);
        Assert.Equal(archive, await there.Export());
        Assert.Equal(0, (await there.Import(archive)).Counts().Added);
    }
}
