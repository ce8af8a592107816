using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;

namespace OrleansMixi.Archive;

[Collection<ArchiveCollection>]
public sealed class RoundTripTests(ArchiveTowns towns)
{
    [Fact]
    public async Task An_archive_imported_into_another_town_gives_the_same_archive_byte_for_byte()
    {
        var handle = towns.Handle();
        var (one, first) = await Life(towns.One, towns, handle);
        using var other = (await ArchiveTowns.Members(towns.Other, handle))[0];
        var import = await other.Import(first);
        Assert.Equal("done", import.GetProperty("state").GetString());
        Assert.Equal(0, import.GetProperty("refused").GetInt32());
        Assert.Equal(first, await other.Export());

        // A second time nothing is new, and nothing changes.
        Assert.Equal(0, (await other.Import(first)).Counts().Added);
        Assert.Equal(first, await other.Export());

        // Where it came from everything is there already.
        var (added, _, kept, _, refused) = (await one.Import(first)).Counts();
        Assert.Equal((0, 0, 0), (added, kept, refused));
        Assert.Equal(first, await one.Export());
    }

    [Fact]
    public async Task What_was_imported_stands_at_its_date_with_its_later_texts_comments_and_reactions()
    {
        var handle = towns.Handle();
        var (one, archive) = await Life(towns.One, towns, handle);
        using var other = (await ArchiveTowns.Members(towns.Other, handle))[0];
        await other.Import(archive);
        var before = await one.GetFromJsonAsync<JsonElement>($"api/feeds/user:{handle}");
        var after = await other.GetFromJsonAsync<JsonElement>($"api/feeds/user:{handle}");
        Assert.Empty(Shape(after).Except(Shape(before)));
        Assert.Equal(Shape(before).Count(), Shape(after).Count() + 2);
        var edited = Posts(after).Single(post => post.Text("text") == "お弁当、二度目の書き直し");
        Assert.NotEqual(JsonValueKind.Null, edited.GetProperty("edited").ValueKind);
        Assert.Equal(2, (await other.GetFromJsonAsync<JsonElement>($"api/posts/{edited.Id()}/history")).GetArrayLength());
        Assert.Equal(["nobody"], Posts(after).Where(post => post.TryGetProperty("comments", out _)).Select(post => post.Text("comments")));
        var commented = Posts(after).Single(post => post.Text("text") == "diary for friends");
        Assert.Equal("friends", commented.Text("audience"));
        Assert.Equal(1, commented.GetProperty("counts").GetProperty("comments").GetInt32());
        Assert.Equal(["own comment, later"], await other.Texts($"api/feeds/post:{commented.Id()}"));
    }

    [Fact]
    public async Task A_friend_of_the_archive_who_is_here_is_suggested_and_not_befriended()
    {
        var handle = towns.Handle();
        var (_, archive) = await Life(towns.One, towns, handle);
        using var other = (await ArchiveTowns.Members(towns.Other, handle, handle + "-taro"))[0];
        await other.Import(archive);
        var suggestions = await other.GetFromJsonAsync<JsonElement>("api/me/archive/suggestions");
        Assert.Contains(suggestions.EnumerateArray(), suggestion => suggestion.Text("topic") == $"user:{handle}-taro" && suggestion.Text("was") == "friend");
        Assert.DoesNotContain($"user:{handle}-taro", await other.GetFromJsonAsync<string[]>("api/follows") ?? []);
    }

    [Fact]
    public async Task An_archive_holds_what_was_written_oneself_and_of_others_only_their_handles()
    {
        var handle = towns.Handle();
        var (_, archive) = await Life(towns.One, towns, handle);
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(archive));
        var all = string.Concat(zip.Entries.Select(entry => archive.File(entry.FullName)));
        Assert.DoesNotContain("taro's own words", all, StringComparison.Ordinal);
        Assert.Contains("comment at taro's", archive.File("comments.jsonl"), StringComparison.Ordinal);
        Assert.DoesNotContain("comment at jiro's", all, StringComparison.Ordinal);
        Assert.Contains($"\"user:{handle}-taro\"", archive.File("friends.jsonl"), StringComparison.Ordinal);
        Assert.Contains($"\"user:{handle}-jiro\"", archive.File("blocks.jsonl"), StringComparison.Ordinal);
    }

    /// <summary>A member with some of everything, and the archive of it.</summary>
    internal static async Task<(HttpClient Client, byte[] Archive)> Life(TownProcess town, ArchiveTowns? towns, string handle)
    {
        _ = towns;
        var members = await ArchiveTowns.Members(town, handle, handle + "-taro", handle + "-jiro");
        var (hanako, taro, jiro) = (members[0], members[1], members[2]);
        await hanako.Json(HttpMethod.Patch, "api/me", """{"nickname":"花子 🌸","introduction":"お弁当と夜行列車。\n\"quotes\" & <tags>","hideBots":true}""").Ok(HttpStatusCode.OK);
        var post = (await hanako.Post("お弁当できた")).Id();
        await hanako.Json(HttpMethod.Patch, $"api/posts/{post}", """{"text":"お弁当、書き直し"}""").Ok(HttpStatusCode.OK);
        await hanako.Json(HttpMethod.Patch, $"api/posts/{post}", """{"text":"お弁当、二度目の書き直し"}""").Ok(HttpStatusCode.OK);
        await hanako.Post("no comments please", ",\"comments\":\"nobody\",\"language\":\"en\",\"link\":\"https://example.org/a?b=1\"");
        var diary = (await hanako.Post("diary for friends", ",\"kind\":\"diary\",\"title\":\"夜行列車\",\"audience\":\"friends\"")).Id();
        var comment = (await hanako.Post("own comment", $",\"replyTo\":\"{diary}\"")).Id();
        await hanako.Json(HttpMethod.Patch, $"api/posts/{comment}", """{"text":"own comment, later"}""").Ok(HttpStatusCode.OK);
        await hanako.Json(HttpMethod.Post, "api/drafts", """{"title":"下書き","text":"*not yet*","audience":"friends","comments":"friends"}""").Ok(HttpStatusCode.Created);
        await hanako.PutAsync($"api/posts/{diary}/reactions/iine", null).Ok(HttpStatusCode.NoContent);
        await hanako.DeleteAsync($"api/posts/{(await hanako.Post("taken back")).Id()}").Ok(HttpStatusCode.NoContent);

        await hanako.PutAsync($"api/friends/{handle}-taro", null).Ok(HttpStatusCode.Accepted);
        await taro.PutAsync($"api/friends/{handle}", null).Ok(HttpStatusCode.NoContent);
        var there = (await taro.Post("taro's own words")).Id();
        await hanako.Post("quoting taro", $",\"story\":\"{there}\"");
        await hanako.Post("quoting myself", $",\"story\":\"{post}\"");
        await hanako.Json(HttpMethod.Post, "api/posts", $$"""{"story":"{{there}}"}""").Ok(HttpStatusCode.Created);
        await hanako.Json(HttpMethod.Post, "api/posts", $$"""{"story":"{{post}}"}""").Ok(HttpStatusCode.Created);
        await hanako.Post("comment at taro's", $",\"replyTo\":\"{there}\"");
        await hanako.PutAsync($"api/posts/{there}/reactions/love", null).Ok(HttpStatusCode.NoContent);
        await hanako.PutAsync("api/follows/news:sports", null).Ok(HttpStatusCode.NoContent);
        var slug = (handle + "-c").ToLowerInvariant();
        await taro.Json(HttpMethod.Post, "api/communities", $$"""{"slug":"{{slug}}","title":"弁当部"}""").Ok(HttpStatusCode.Created);
        await hanako.PutAsync($"api/follows/community:{slug}", null).Ok(HttpStatusCode.NoContent);
        await hanako.Post("in the community", $",\"topic\":\"community:{slug}\"");
        var gone = (await jiro.Post("jiro's own words")).Id();
        await hanako.Post("comment at jiro's", $",\"replyTo\":\"{gone}\"");
        await hanako.PutAsync($"api/blocks/{handle}-jiro", null).Ok(HttpStatusCode.NoContent);
        return (hanako, await hanako.Export());
    }

    private static IReadOnlyList<JsonElement> Posts(JsonElement feed) => [.. feed.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("post"))];

    private static IEnumerable<string> Shape(JsonElement feed) => Posts(feed).Select(post =>
        $"{post.Text("published")} {post.Text("kind")} {post.Text("audience")} {post.GetProperty("title")} {post.Text("text")} {post.GetProperty("link")} {post.GetProperty("edited")}");
}
