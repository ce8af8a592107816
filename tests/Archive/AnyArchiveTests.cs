using OrleansMixi.Api;

namespace OrleansMixi.Archive;

[Collection<ArchiveCollection>]
public sealed class AnyArchiveTests(ArchiveTowns towns)
{
    [Fact]
    public async Task Whatever_archive_is_imported_what_is_exported_comes_out_of_the_next_town_byte_for_byte()
    {
        for (var seed = 1; seed <= 4; seed++)
        {
            var handle = towns.Handle();
            using var one = (await ArchiveTowns.Members(towns.One, handle))[0];
            using var other = (await ArchiveTowns.Members(towns.Other, handle))[0];
            var any = new AnyArchive(seed).Make();
            var first = await one.Import(any);
            Assert.True(first.Text("state") == "done" && first.Counts().Refused == 0, $"seed {seed}: {first}");
            var archive = await one.Export();
            var import = await other.Import(archive);
            Assert.True(import.Text("state") == "done" && import.Counts().Refused == 0, $"seed {seed}: {import}");
            WholeArchiveTests.Same(archive, await other.Export());
            Assert.True((await one.Import(any)).Counts().Added == 0, $"seed {seed}, the first again");
            Assert.True((await other.Import(archive)).Counts().Added == 0, $"seed {seed}, the second again");
            WholeArchiveTests.Same(archive, await other.Export());
            WholeArchiveTests.Same(archive, await one.Export());
        }
    }
}
