using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using OrleansMixi.Media;
using OrleansMixi.Postgres;

namespace OrleansMixi.Archive;

[Collection(nameof(PostgresCollection))]
public sealed class WholeArchiveTests(PostgresServer server)
{
    [Fact]
    public async Task A_whole_life_goes_from_SQLite_to_PostgreSQL_and_back_byte_for_byte()
    {
        using var file = new TempDatabase();
        await using var one = await ArchiveTowns.Start(file.ConnectionString);
        await using var other = await ArchiveTowns.Start(await server.CreateDatabase());
        var (hanako, archive) = await WholeLife.Live(one, "hanako");
        HasSomethingOfEverything(archive);

        using var there = (await ArchiveTowns.Members(other, "hanako"))[0];
        await WholeLife.GrantPremium(other, "hanako");
        var import = await there.Import(archive);
        Assert.True(import.Text("state") == "done", other.Log);
        Assert.True(import.Counts().Refused == 0, import.ToString());
        Same(archive, await there.Export());
        Assert.Equal(0, (await there.Import(archive)).Counts().Added);
        Same(archive, await there.Export());
        await ShowsTheSame(hanako, there);

        // Where it came from everything is there already.
        var (added, _, kept, _, refused) = (await hanako.Import(archive)).Counts();
        Assert.Equal((0, 0, 0), (added, kept, refused));
        Same(archive, await hanako.Export());
    }

    /// <summary>Asserts that two archives are the same, and tells the line that is not.</summary>
    internal static void Same(byte[] expected, byte[] actual)
    {
        if (!expected.AsSpan().SequenceEqual(actual))
        {
            using var one = new ZipArchive(new MemoryStream(expected));
            using var other = new ZipArchive(new MemoryStream(actual));
            Assert.Equal(one.Entries.Select(entry => entry.FullName), other.Entries.Select(entry => entry.FullName));
            foreach (var entry in one.Entries)
            {
                Assert.Equal(expected.File(entry.FullName), actual.File(entry.FullName));
            }

            Assert.Equal(expected, actual);
        }
    }

    private static void HasSomethingOfEverything(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        Assert.Empty(zip.Entries.Where(entry => entry.Length == 0).Select(entry => entry.FullName));
        Assert.Equal(["gif", "jpg", "mp4", "png", "webp"], zip.Entries.Where(entry => entry.FullName.StartsWith("media/", StringComparison.Ordinal)).Select(entry => entry.FullName.Split('.')[1]).Distinct().Order());
        Assert.Contains("saburo's own words", archive.File("messages.jsonl"), StringComparison.Ordinal);
        Assert.DoesNotContain("never said", archive.File("messages.jsonl"), StringComparison.Ordinal);
        Assert.Contains("\"oneOf\":[\"山\",\"海\"]", archive.File("posts.jsonl"), StringComparison.Ordinal);
        Assert.DoesNotContain("hidden from hanako", string.Concat(zip.Entries.Select(entry => archive.File(entry.FullName))), StringComparison.Ordinal);
    }

    private static async Task ShowsTheSame(HttpClient here, HttpClient there)
    {
        foreach (var client in new[] { here, there })
        {
            var album = (await client.GetFromJsonAsync<JsonElement>("api/members/hanako/albums")).EnumerateArray().Single(album => album.Text("title") == "春");
            var whole = await client.GetFromJsonAsync<JsonElement>($"api/albums/{album.Id()}");
            Assert.Equal(["number 2", "number 0", "number 1"], whole.GetProperty("pictures").EnumerateArray().Select(picture => picture.Text("alt")));
            Assert.Equal($"/media/{whole.GetProperty("pictures")[2].Id()}/small", whole.Text("cover"));
        }

        Assert.Equal(await Shown(here), await Shown(there));
        var story = (await there.GetFromJsonAsync<JsonElement>("api/feeds/user:hanako?limit=100")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("post")).Single(post => post.Text("text") == "gone tomorrow");
        Assert.True(story.TryGetProperty("until", out _));
    }

    /// <summary>Posts with pictures: their texts, descriptions and files.</summary>
    private static async Task<IReadOnlyList<string>> Shown(HttpClient client)
    {
        var shown = new List<string>();
        foreach (var item in (await client.GetFromJsonAsync<JsonElement>("api/feeds/user:hanako?limit=100")).GetProperty("items").EnumerateArray())
        {
            if (item.GetProperty("post").TryGetProperty("pictures", out var pictures))
            {
                foreach (var picture in pictures.EnumerateArray())
                {
                    var file = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(await client.Bytes($"media/{picture.Id()}")));
                    shown.Add($"{item.GetProperty("post").Text("kind")} {item.GetProperty("post").Text("text")} {picture.Text("alt")} {file}");
                }
            }
        }

        return shown;
    }
}
