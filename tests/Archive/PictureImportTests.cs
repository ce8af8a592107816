using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using OrleansMixi.Media;

namespace OrleansMixi.Archive;

[Collection<ArchiveCollection>]
public sealed class PictureImportTests(ArchiveTowns towns)
{
    [Fact]
    public async Task A_picture_that_was_never_drawn_here_is_drawn_anew_and_loses_its_place_and_camera()
    {
        using var hanako = await towns.Member();
        await hanako.Import(With(("posts.jsonl", Post("1", "by telephone", "7", "jpg")), ("media/7.jpg", Pixels.FromTelephone())));
        var picture = Assert.Single(await Pictures(hanako));
        Assert.DoesNotContain("SecretCamera", Encoding.Latin1.GetString(await hanako.Bytes($"media/{picture}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_picture_is_left_out_with_a_note_that_names_it_and_the_words_come()
    {
        using var hanako = await towns.Member();
        var import = await hanako.Import(With(
            ("posts.jsonl", Post("1", "a page", "7", "png") + Post("2", "nothing there", "8", "jpg") + Post("3", "a bomb", "9", "png") + Post("4", "cut off", "10", "jpg") + Post("5", "", "11", "jpg")),
            ("media/7.png", "<html><script>alert(1)</script>"), ("media/9.png", Pixels.Bomb()), ("media/10.jpg", Pixels.Of(".jpg")[..500]), ("media/11.jpg", "not a picture")));
        Assert.Equal((4, 0, 0, 0, 1), import.Counts());
        Assert.Equal(["media/10.jpg", "media/11.jpg", "media/7.png", "media/8.jpg", "media/9.png", "posts.jsonl"], import.GetProperty("notes").EnumerateArray().Select(note => note.Text("file")).Order(StringComparer.Ordinal));
        Assert.Empty(await Pictures(hanako));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("media/../posts.jsonl")]
    [InlineData("posts.jsonl")]
    [InlineData("media/8.jpg")]
    [InlineData("https://example.org/7.jpg")]
    public async Task A_line_that_names_another_file_than_its_own_is_refused(string url)
    {
        using var hanako = await towns.Member();
        var import = await hanako.Import(With(("posts.jsonl", Post("1", "x", "7", "jpg").Replace("media/7.jpg", url, StringComparison.Ordinal)), ("media/7.jpg", Pixels.Of(".jpg")), ("media/8.jpg", Pixels.Of(".jpg"))));
        Assert.Equal((0, 1), (import.Counts().Added, import.Counts().Refused));
    }

    [Fact]
    public async Task A_picture_of_somebody_else_is_not_taken_by_its_id()
    {
        using var taro = await towns.Member();
        using var hanako = await towns.Member();
        var hers = (await taro.Keep(Pixels.Of(".jpg"))).Id();
        var mine = await taro.Post("mine", $",\"media\":[\"{hers}\"]");
        var import = await hanako.Import(With(("posts.jsonl", Post("1", "taken?", hers, "jpg"))));
        Assert.Equal(1, import.Counts().Added);
        Assert.Empty(await Pictures(hanako));
        Assert.Equal(HttpStatusCode.OK, await taro.Status($"media/{hers}"));
        Assert.Equal(hers, (await taro.GetFromJsonAsync<JsonElement>($"api/posts/{mine.Id()}")).GetProperty("pictures")[0].Id());
    }

    [Fact]
    public async Task The_archive_of_another_member_of_the_town_is_refused()
    {
        using var hanako = await towns.Member();
        using var taro = await towns.Member();
        await hanako.Post("hanako's own");
        var archive = await hanako.Export();
        var import = await taro.Import(archive);
        Assert.Equal(("failed", "owner"), (import.Text("state"), import.Text("problem")));
        Assert.Empty(await taro.Feed($"user:{await SharedTown.Handle(taro)}"));

        // In a town where another member has the name, it is the importer's own.
        var handle = await SharedTown.Handle(hanako);
        var there = await ArchiveTowns.Members(towns.Other, handle, handle + "-2");
        Assert.Equal("done", (await there[1].Import(archive)).Text("state"));
    }

    [Fact]
    public async Task What_has_no_room_waits_with_a_note_and_comes_when_there_is_room()
    {
        using var database = new TempDatabase();
        await using var town = await ArchiveTowns.Start(database.ConnectionString, null, ("Mixi__Media__FreeBytes", "5000"), ("Mixi__Media__PremiumBytes", "900000"));
        using var hanako = (await ArchiveTowns.Members(town, "hanako"))[0];
        var archive = With(
            ("posts.jsonl", string.Concat(Enumerable.Range(1, 3).Select(number => Post($"{number}", $"post {number}", $"7{number}", "jpg"))) + Post("4", "a video", "80", "mp4") + Post("5", "words", null, null)),
            ("albums.jsonl", """{"type":"Collection","id":"6","published":"2009-03-04T05:06:07.089Z","audience":"me","name":"a","summary":"","attachment":[{"type":"Image","id":"90","mediaType":"image/jpeg","url":"media/90.jpg"}]}"""),
            ("media/71.jpg", Pixels.Of(".jpg", 300, 300)), ("media/72.jpg", Pixels.Of(".jpg", 310, 300)), ("media/73.jpg", Pixels.Of(".jpg", 320, 300)), ("media/80.mp4", Videos.Mp4()), ("media/90.jpg", Pixels.Of(".jpg", 330, 300)));
        var first = await hanako.Import(archive);
        var refused = first.Counts().Refused;
        Assert.InRange(refused, 2, 4);
        Assert.Contains(first.GetProperty("notes").EnumerateArray(), note => note.Text("file") == "media/80.mp4" && note.Text("message").Contains("Premium", StringComparison.Ordinal));
        Assert.Contains(first.GetProperty("notes").EnumerateArray(), note => note.Text("message").Contains("room for pictures is full", StringComparison.Ordinal));
        Assert.InRange(await hanako.Used(), 1, 5000);
        Assert.Contains("words", (await hanako.Feed("user:hanako")).Select(post => post.Text));

        await WholeLife.GrantPremium(town, "hanako");
        var second = await hanako.Import(archive);
        Assert.Equal(0, second.Counts().Refused);
        Assert.True(second.Counts().Added >= refused);
        Assert.Equal(5, (await hanako.Feed("user:hanako")).Count);
        Assert.Equal(0, (await hanako.Import(archive)).Counts().Added);
    }

    [Fact]
    public async Task A_picture_that_was_taken_out_of_an_album_since_does_not_come_back_and_kept_ones_can_be_forgotten()
    {
        using var hanako = await towns.Member();
        const string Album = """{"type":"Collection","id":"6","published":"2009-03-04T05:06:07.089Z","audience":"me","name":"a","summary":"","attachment":[{"type":"Image","id":"90","mediaType":"image/jpeg","url":"media/90.jpg"}]}""";
        var archive = With(
            ("albums.jsonl", Album), ("posts.jsonl", Post("1", "there", "91", "jpg").Replace("\"kind\"", "\"context\":\"community:nowhere\",\"kind\"", StringComparison.Ordinal)),
            ("media/90.jpg", Pixels.Of(".jpg")), ("media/91.jpg", Pixels.Of(".jpg", 50, 50)));
        Assert.Equal((1, 0, 1, 0, 0), (await hanako.Import(archive)).Counts());
        var album = (await hanako.GetFromJsonAsync<JsonElement>($"api/members/{await SharedTown.Handle(hanako)}/albums"))[0];
        var picture = (await hanako.GetFromJsonAsync<JsonElement>($"api/albums/{album.Id()}")).GetProperty("pictures")[0].Id();
        await hanako.DeleteAsync($"api/albums/{album.Id()}/pictures/{picture}").Ok(HttpStatusCode.NoContent);
        Assert.Equal(0, (await hanako.Import(archive)).Counts().Added);
        Assert.Equal(0, (await hanako.GetFromJsonAsync<JsonElement>($"api/albums/{album.Id()}")).GetProperty("count").GetInt32());
        await hanako.DeleteAsync($"api/albums/{album.Id()}").Ok(HttpStatusCode.NoContent);
        Assert.Equal(0, (await hanako.Import(archive)).Counts().Added);

        Assert.Equal(1, (await hanako.GetFromJsonAsync<JsonElement>("api/me/archive")).GetProperty("kept").GetProperty("lines").GetInt32());
        Assert.True(await hanako.Used() > 0);
        await hanako.DeleteAsync("api/me/archive/kept").Ok(HttpStatusCode.NoContent);
        await Eventually.Holds(async () => await hanako.Used() == 0);
    }

    private static string Post(string id, string text, string? picture, string? ending)
    {
        var type = ending switch { "mp4" => "video/mp4", "png" => "image/png", _ => "image/jpeg" };
        var attachment = picture is null ? "" : $$""","attachment":[{"type":"{{(ending == "mp4" ? "Video" : "Image")}}","id":"{{picture}}","mediaType":"{{type}}","url":"media/{{picture}}.{{ending}}"}]""";
        return $$"""{"type":"Article","id":"{{id}}","published":"2009-03-04T05:06:07.08{{id}}Z","kind":"diary","audience":"everyone","content":"{{text}}"{{attachment}}}""" + "\n";
    }

    private static byte[] With(params (string Name, object Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files.Prepend(("archive.json", """{"format":"orleansmixi-archive","version":2,"handle":"somebody","files":[]}""")))
            {
                using var file = zip.CreateEntry(name).Open();
                file.Write(content as byte[] ?? Encoding.UTF8.GetBytes((string)content));
            }
        }

        return bytes.ToArray();
    }

    private static async Task<IReadOnlyList<string>> Pictures(HttpClient client) =>
        [.. (await client.GetFromJsonAsync<JsonElement>($"api/feeds/user:{await SharedTown.Handle(client)}?limit=100")).GetProperty("items").EnumerateArray()
            .Where(item => item.GetProperty("post").TryGetProperty("pictures", out _)).SelectMany(item => item.GetProperty("post").GetProperty("pictures").EnumerateArray()).Select(Answers.Id)];
}
