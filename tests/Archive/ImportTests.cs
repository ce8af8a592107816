using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;

namespace OrleansMixi.Archive;

[Collection<ArchiveCollection>]
public sealed class ImportTests(ArchiveTowns towns)
{
    [Fact]
    public async Task Imported_posts_are_found_on_the_own_feed_and_in_nobodys_timeline()
    {
        using var hanako = await towns.Member();
        using var taro = await towns.Member();
        var handle = await SharedTown.Handle(hanako);
        await taro.PutAsync($"api/follows/user:{handle}", null).Ok(HttpStatusCode.NoContent);
        await hanako.Import(Archives.Made(("posts.jsonl", Archives.Voice("1", "2009-03-04T05:06:07.089Z", "まだミクシィの頃") + "\n" + Archives.Voice("2", "2011-03-11T00:00:00.000Z", "later") + "\n")));
        await hanako.Post("now");
        await taro.Shows("now");
        await hanako.Shows("now");
        Assert.Equal([("2011-03-11T00:00:00.000Z", "later"), ("2009-03-04T05:06:07.089Z", "まだミクシィの頃")], (await taro.Feed($"user:{handle}")).Skip(1));
    }

    [Fact]
    public async Task Importing_twice_changes_nothing_and_what_was_deleted_since_stays_deleted()
    {
        using var hanako = await towns.Member();
        var handle = await SharedTown.Handle(hanako);
        var archive = Archives.Made(("posts.jsonl", string.Join('\n', Enumerable.Range(1, 300).Select(i => Archives.Voice($"{i}", "2009-03-04T05:06:07.089Z", $"post {i}")))));
        Assert.Equal((300, 0, 0, 0, 0), (await hanako.Import(archive)).Counts());
        var newest = (await hanako.GetFromJsonAsync<JsonElement>($"api/feeds/user:{handle}")).GetProperty("items")[0].GetProperty("post");
        Assert.Equal("post 300", newest.Text("text"));
        await hanako.DeleteAsync($"api/posts/{newest.Id()}").Ok(HttpStatusCode.NoContent);
        Assert.Equal((0, 300, 0, 0, 0), (await hanako.Import(archive)).Counts());
        Assert.Equal("post 299", (await hanako.Feed($"user:{handle}"))[0].Text);
    }

    [Fact]
    public async Task A_bad_line_is_told_with_its_number_and_fails_no_other()
    {
        using var hanako = await towns.Member();
        string[] lines =
        [
            Archives.Voice("1", "2009-03-04T05:06:07.089Z", "good"),
            "not json",
            """{"type":"Note"}""",
            Archives.Voice("2", "2009-03-04T05:06:07.089Z", new string('x', 151)),
            Archives.Voice("3", "yesterday", "no date"),
            Archives.Voice("4", "2999-01-01T00:00:00.000Z", "from the future"),
            Archives.Voice("5", "2009-03-04T05:06:07.089Z", "who?", "everybody"),
            """{"type":"Note","id":"6","published":"2009-03-04T05:06:07.089Z","kind":"voice","audience":"me","content":"\ud800"}""",
            Archives.Voice("7", "2009-03-04T05:06:07.089Z", new string('x', 300_000)),
            Archives.Voice("a|b", "2009-03-04T05:06:07.089Z", "no id"),
            Archives.Voice("8", "2009-03-04T05:06:07.089Z", "good too"),
        ];
        var import = await hanako.Import(Archives.Made(("posts.jsonl", string.Join('\n', lines)), ("follows.jsonl", """{"type":"Follow","object":"USER:x"}""")));
        Assert.Equal("done", import.GetProperty("state").GetString());
        Assert.Equal((2, 0, 0, 0, 10), import.Counts());
        var notes = import.GetProperty("notes").EnumerateArray().Select(note => $"{note.Text("file")}:{note.GetProperty("line")}").ToHashSet();
        Assert.Equal(Enumerable.Range(2, 9).Select(line => $"posts.jsonl:{line}").Append("follows.jsonl:1").ToHashSet(), notes);
    }

    [Fact]
    public async Task Posts_for_a_group_that_is_another_one_here_are_for_the_author_alone()
    {
        using var hanako = await towns.Member();
        var handle = await SharedTown.Handle(hanako);
        await hanako.Import(Archives.Made(("groups.jsonl", """{"type":"Collection","number":1,"name":"colleagues"}""")));
        var import = await hanako.Import(Archives.Made(
            ("groups.jsonl", """{"type":"Collection","number":1,"name":"family"}"""),
            ("posts.jsonl", Archives.Voice("1", "2009-03-04T05:06:07.089Z", "for family", "group:1") + "\n" + Archives.Voice("2", "2009-03-05T05:06:07.089Z", "for nobody known", "group:9"))));
        Assert.Equal(3, import.Counts().Added);
        var archive = await hanako.Export();
        Assert.Contains("\"number\":2,\"name\":\"family\"", archive.File("groups.jsonl"), StringComparison.Ordinal);
        Assert.Contains("\"audience\":\"group:2\",\"content\":\"for family\"", archive.File("posts.jsonl"), StringComparison.Ordinal);
        Assert.Equal(["for nobody known", "for family"], (await hanako.Feed($"user:{handle}")).Select(post => post.Text));
        using var stranger = await towns.Member();
        Assert.Empty(await stranger.Feed($"user:{handle}"));
    }

    [Fact]
    public async Task A_post_for_a_community_or_as_news_is_kept_and_not_put_there()
    {
        using var hanako = await towns.Member();
        const string There = """{"type":"Note","id":"1","published":"2009-03-04T05:06:07.089Z","context":"news:sports","kind":"news","audience":"everyone","content":"scoop"}""";
        Assert.Equal((0, 0, 1, 0, 0), (await hanako.Import(Archives.Made(("posts.jsonl", There)))).Counts());
        Assert.DoesNotContain("scoop", (await hanako.Feed("news:sports")).Select(post => post.Text));
        Assert.Equal(There + "\n", (await hanako.Export()).File("posts.jsonl"));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("..\\windows")]
    [InlineData("c:\\x")]
    [InlineData("a/../../b")]
    public async Task A_name_that_leads_out_of_the_archive_is_refused(string name)
    {
        using var hanako = await towns.Member();
        var problem = await hanako.Send(Archives.Made((name, "x"))).Refused(400, "invalid");
        Assert.Contains("name", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archives_that_are_none_or_damaged_or_too_many_files_are_refused()
    {
        using var hanako = await towns.Member();
        await hanako.Send(Encoding.UTF8.GetBytes("hello")).Refused(400, "invalid");
        await hanako.Send([]).Refused(400, "invalid");
        await hanako.Send(Archives.Made()[..^5]).Refused(400, "invalid");
        await hanako.Send([.. Archives.Made(), 1, 2, 3]).Refused(400, "invalid");
        await hanako.Send(Archives.Made([.. Enumerable.Range(0, 60).Select(i => ($"{i}.txt", ""))])).Refused(400, "invalid");
        await hanako.Send(Archives.Made(("posts.jsonl", "a"), ("posts.jsonl", "b"))).Refused(400, "invalid");
        await hanako.Send(new byte[3_100_000]).Refused(413, "too-large");
        await hanako.Send(Archives.Made(), "text/plain").Refused(400, "invalid");
        Assert.Equal("not-an-archive", (await hanako.Import(Archives.Zip(("readme.txt", "hello")))).Text("problem"));
        Assert.Equal("version", (await hanako.Import(Archives.Zip(("archive.json", """{"format":"orleansmixi-archive","version":3,"handle":"x","files":[]}""")))).Text("problem"));
        Assert.Equal("unreadable", (await hanako.Import(Archives.Zip(("archive.json", "{")))).Text("problem"));
    }

    [Fact]
    public async Task A_zip_bomb_is_refused_by_what_it_says_and_by_what_it_is()
    {
        using var hanako = await towns.Member();
        var bomb = Archives.Made(("posts.jsonl", new string('\n', 30_000_000)));
        await hanako.Send(bomb).Refused(400, "invalid");

        // The same with a directory that lies about the size.
        var size = BitConverter.GetBytes(30_000_000);
        for (var at = bomb.Length - 4; at > 0; at--)
        {
            if (bomb.AsSpan(at, 4).SequenceEqual(size))
            {
                BitConverter.GetBytes(900_000).CopyTo(bomb, at);
            }
        }

        Assert.Equal(0, (await hanako.Import(bomb)).Counts().Added);
        using var first = new MemoryStream();
        await using (var gzip = new GZipStream(first, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await gzip.WriteAsync(Tar("other.json", 30_000_000));
        }

        Assert.Equal("bomb", (await hanako.Import(first.ToArray(), "application/gzip")).Text("problem"));
    }

    [Fact]
    public async Task A_directory_that_claims_less_files_than_it_has_is_refused()
    {
        using var hanako = await towns.Member();
        var archive = Archives.Made(("a.txt", "a"), ("b.txt", "b"));
        archive[^14] = archive[^12] = 1;
        await hanako.Send(archive).Refused(400, "invalid");
    }

    [Fact]
    public async Task Of_a_hundred_jobs_asked_for_at_once_one_is_begun()
    {
        // Nobody works at jobs here, so the first one excludes all others.
        using var database = new TempDatabase();
        await using var town = await TownProcess.Start(database.ConnectionString, "Production", ("Mixi__Archive__Look", "01:00:00"));
        using var hanako = (await ArchiveTowns.Members(town, "hanako"))[0];
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => i % 2 == 0 ? hanako.PostAsync("api/me/archive", null) : hanako.Send(Archives.Made())));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Accepted);
        Assert.Equal(99, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
    }

    private static byte[] Tar(string name, int size)
    {
        var bytes = new byte[512 + size];
        Encoding.ASCII.GetBytes(name).CopyTo(bytes, 0);
        Encoding.ASCII.GetBytes(Convert.ToString(size, 8).PadLeft(11, '0')).CopyTo(bytes, 124);
        bytes[156] = (byte)'0';
        return bytes;
    }
}
