using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;

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

    private static async Task Until(HttpClient client, string which, Func<JsonElement, bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!holds((await client.GetFromJsonAsync<JsonElement>("api/me/archive", patience.Token)).GetProperty(which)))
        {
            await Task.Delay(5, patience.Token);
        }
    }
}
