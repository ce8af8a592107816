using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using OrleansMixi.Media;

namespace OrleansMixi.Archive;

public sealed class CrashTests
{
    private const int Posts = 3_000;

    [Fact]
    public async Task A_host_killed_in_the_middle_of_an_import_and_of_an_export_goes_on_without_doubles()
    {
        using var database = new TempDatabase();
        await using var town = await ArchiveTowns.Start(database.ConnectionString, null, ("Mixi__Archive__LinesPerSecond", "1500"));
        using var hanako = (await ArchiveTowns.Members(town, "hanako"))[0];
        var archive = Archives.Made(("posts.jsonl", string.Join('\n', Enumerable.Range(1, Posts).Select(i => Archives.Voice($"{i}", "2009-03-04T05:06:07.089Z", $"post {i}")))));
        await hanako.Send(archive).Ok(HttpStatusCode.Accepted);
        await Until(hanako, "import", state => state.GetProperty("added").GetInt32() > 500);
        await town.Kill();
        await town.Start();
        var import = await hanako.Ended("import");
        Assert.Equal("done", import.Text("state"));
        Assert.Equal((Posts, 0), (import.Counts().Added + import.Counts().Present, import.Counts().Refused));
        Assert.True(import.Counts().Present > 500);

        await hanako.PostAsync("api/me/archive", null).Ok(HttpStatusCode.Accepted);
        await Until(hanako, "export", state => state.Text("state") != "waiting");
        await town.Kill();
        await town.Start();
        Assert.Equal("done", (await hanako.Ended("export")).Text("state"));
        var lines = (await hanako.GetByteArrayAsync("api/me/archive/download")).File("posts.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Enumerable.Range(1, Posts).Select(i => Archives.Voice($"{i}", "2009-03-04T05:06:07.089Z", $"post {i}")), lines);
    }

    [Fact]
    public async Task A_host_killed_again_and_again_among_pictures_and_albums_brings_each_of_them_once()
    {
        using var database = new TempDatabase();
        using var calm = new TempDatabase();
        await using var town = await ArchiveTowns.Start(database.ConnectionString);
        await using var other = await ArchiveTowns.Start(calm.ConnectionString);
        using var hanako = (await ArchiveTowns.Members(town, "hanako"))[0];
        using var there = (await ArchiveTowns.Members(other, "hanako"))[0];
        var archive = new AnyArchive(seed: 7).Make(posts: 24);
        await there.Import(archive);
        await hanako.Send(archive).Ok(HttpStatusCode.Accepted);
        foreach (var lines in new[] { 2, 12, 22 })
        {
            await Until(hanako, "import", state => state.GetProperty("lines").GetInt32() >= lines || state.Text("state") == "done");
            await town.Kill();
            await town.Start();
        }

        var import = await hanako.Ended("import");
        Assert.True(import.Text("state") == "done" && import.Counts().Refused == 0, import.ToString());
        WholeArchiveTests.Same(await there.Export(), await hanako.Export());

        // What was just uploaded when the host died, and not yet known by its source, is swept as any upload is.
        Assert.True(await hanako.Used() >= await there.Used());
        Assert.Equal(0, (await hanako.Import(archive)).Counts().Added);
    }

    private static async Task Until(HttpClient client, string which, Func<JsonElement, bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!holds((await client.GetFromJsonAsync<JsonElement>("api/me/archive", patience.Token)).GetProperty(which)))
        {
            await Task.Delay(5, patience.Token);
        }
    }
}
