using System.Formats.Tar;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;

namespace OrleansMixi.Archive;

[Collection<ArchiveCollection>]
public sealed class MastodonTests(ArchiveTowns towns)
{
    private const string Public = "https://www.w3.org/ns/activitystreams#Public";
    private const string Followers = "https://old.example/users/hanako/followers";

    private static readonly string Outbox = $$"""
        {"@context":"https://www.w3.org/ns/activitystreams","id":"outbox.json","type":"OrderedCollection","totalItems":8,"orderedItems":[
        {{Note(1, "2017-04-15T09:10:11Z", "<p>こんにちは<br>世界 &amp; <a href=\"https://example.org/x\"><span class=\"invisible\">https://</span>example.org/x</a></p><p>二段目</p>", [Public], [Followers])}},
        {{Note(2, "2018-04-15T09:10:11Z", "<p>unlisted</p>", [Followers], [Public])}},
        {{Note(3, "2019-04-15T09:10:11Z", "<p>for followers</p>", [Followers], [])}},
        {{Note(4, "2019-05-15T09:10:11Z", "<p>secret</p>", ["https://old.example/users/taro"], [])}},
        {"id":"https://old.example/5/activity","type":"Announce","published":"2019-06-15T09:10:11Z","to":["{{Public}}"],"object":"https://other.example/1"},
        {{Note(6, "2020-04-15T09:10:11Z", "<p>" + new string('長', 400) + "</p><script>alert(1)</script>", [Public], [], "\"summary\":\"ネタバレ\",")}},
        {{Note(7, "2021-04-15T09:10:11Z", "<p>with a picture</p>", [Public], [], "\"attachment\":[{\"type\":\"Document\",\"url\":\"/media/1.png\"}],")}},
        {{Note(8, "2022-04-15T09:10:11Z", "<p>@taro yes</p>", [Public], [], "\"inReplyTo\":\"https://other.example/users/taro/statuses/9\",")}}
        ]}
        """;

    [Fact]
    public async Task A_Mastodon_archive_becomes_posts_and_diaries_at_their_dates()
    {
        using var hanako = await towns.Member();
        var handle = await SharedTown.Handle(hanako);
        var import = await hanako.Import(Archives.Zip(("actor.json", "{}"), ("outbox.json", Outbox), ("media_attachments/files/1.png", "png")));
        Assert.Equal((6, 0, 0, 2, 0), import.Counts());
        Assert.Contains(import.GetProperty("notes").EnumerateArray(), note => note.Text("message").Contains("attachments were not taken", StringComparison.Ordinal));
        var posts = (await hanako.GetFromJsonAsync<JsonElement>($"api/feeds/user:{handle}")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("post")).ToList();
        Assert.Equal(["@taro yes", "with a picture", new string('長', 400), "for followers", "unlisted", "こんにちは\n世界 & https://example.org/x\n\n二段目"], posts.Select(post => post.Text("text")));
        Assert.Equal(["everyone", "everyone", "everyone", "friends", "everyone", "everyone"], posts.Select(post => post.Text("audience")));
        Assert.Equal(["voice", "voice", "diary", "voice", "voice", "voice"], posts.Select(post => post.Text("kind")));
        Assert.Equal("ネタバレ", posts[2].Text("title"));
        Assert.Equal("https://other.example/users/taro/statuses/9", posts[0].Text("link"));
        Assert.Equal("2017-04-15T09:10:11.000Z", posts[5].Text("published"));
        Assert.Equal("ja", posts[5].Text("language"));
    }

    [Fact]
    public async Task The_older_tar_form_is_read_too_and_brings_nothing_twice()
    {
        using var hanako = await towns.Member();
        Assert.Equal((6, 0, 0, 2, 0), (await hanako.Import(await Tar(("likes.json", new string(' ', 5_000)), ("outbox.json", Outbox)), "application/gzip")).Counts());
        Assert.Equal((0, 6, 0, 2, 0), (await hanako.Import(Archives.Zip(("outbox.json", Outbox)))).Counts());
    }

    [Fact]
    public async Task What_came_from_Mastodon_is_in_the_own_archive_and_comes_back_from_it()
    {
        using var hanako = await towns.Member();
        await hanako.Import(Archives.Zip(("outbox.json", Outbox)));
        var archive = await hanako.Export();
        using var again = (await ArchiveTowns.Members(towns.Other, await SharedTown.Handle(hanako)))[0];
        await again.Import(archive);
        Assert.Equal(archive, await again.Export());
        Assert.Equal((0, 6, 0, 2, 0), (await again.Import(Archives.Zip(("outbox.json", Outbox)))).Counts());
    }

    [Fact]
    public async Task A_broken_outbox_fails_with_a_reason()
    {
        using var hanako = await towns.Member();
        Assert.Equal("unreadable", (await hanako.Import(Archives.Zip(("outbox.json", Outbox[..^200])))).Text("problem"));
        Assert.Equal("unreadable", (await hanako.Import(Archives.Zip(("outbox.json", """{"orderedItems":[{"type":"Create","object":""" + new string('[', 300_000))))).Text("problem"));
        Assert.Equal("not-an-archive", (await hanako.Import(await Tar(("other.json", "{}")), "application/gzip")).Text("problem"));
    }

    private static string Note(int id, string published, string html, string[] to, string[] cc, string more = "")
    {
        var addressed = $"\"published\":\"{published}\",\"to\":{JsonSerializer.Serialize(to)},\"cc\":{JsonSerializer.Serialize(cc)}";
        var note = $$$"""{"id":"https://old.example/{{{id}}}","type":"Note",{{{more}}}{{{addressed}}},"content":{{{JsonSerializer.Serialize(html)}}},"contentMap":{"ja":"…"}}""";
        return $$"""{"id":"https://old.example/{{id}}/activity","type":"Create","actor":"https://old.example/users/hanako",{{addressed}},"object":{{note}} }""";
    }

    private static async Task<byte[]> Tar(params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        await using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        await using (var tar = new TarWriter(gzip, TarEntryFormat.Pax))
        {
            foreach (var (name, text) in files)
            {
                await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
            }
        }

        return bytes.ToArray();
    }
}
