using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;

namespace OrleansMixi.Archive;

[Collection<ArchiveCollection>]
public sealed class BlogTests(ArchiveTowns towns)
{
    [Fact]
    public async Task A_blog_becomes_a_diary_at_its_dates_and_a_second_reading_adds_only_what_is_new()
    {
        using var hanako = await towns.Member();
        using var taro = await towns.Member();
        var handle = await SharedTown.Handle(hanako);
        await taro.PutAsync($"api/follows/user:{handle}", null).Ok(HttpStatusCode.NoContent);
        var path = $"/{handle}.xml";
        towns.Blog.Feeds[path] = Feed(
            Item("2", "Second", "Mon, 05 Mar 2018 10:00:00 +0900", "<p>Hello</p><p>again</p><script>x</script>"), Item("1", "First", "Sun, 04 Mar 2018 10:00:00 +0900", "one"));
        await Set(hanako, path);
        await Until(hanako, blog => blog.GetProperty("items").GetInt32() == 2);
        var posts = (await hanako.GetFromJsonAsync<JsonElement>($"api/feeds/user:{handle}")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("post")).ToList();
        Assert.Equal([("Second", "Hello\n\nagain", "2018-03-05T01:00:00.000Z"), ("First", "one", "2018-03-04T01:00:00.000Z")], posts.Select(post => (post.Text("title"), post.Text("text"), post.Text("published"))));
        Assert.All(posts, post => Assert.Equal(("diary", "https://blog.example/"), (post.Text("kind"), post.Text("link")[..21])));

        // What comes later is news to those who follow.
        towns.Blog.Feeds[path] = Feed(
            Item("3", "Third", TimeProvider.System.GetUtcNow().AddSeconds(1).ToString("r"), "three"),
            Item("2", "Second", "Mon, 05 Mar 2018 10:00:00 +0900", "changed"), Item("1", "First", "Sun, 04 Mar 2018 10:00:00 +0900", "one"));
        await Set(hanako, path);
        await Until(hanako, blog => blog.GetProperty("items").GetInt32() == 3);
        await taro.Shows("three");
        Assert.Equal(["three", "Hello\n\nagain", "one"], (await hanako.Feed($"user:{handle}")).Select(post => post.Text));
    }

    [Fact]
    public async Task A_blog_on_the_inside_or_without_a_feed_is_told_as_a_problem()
    {
        using var hanako = await towns.Member();
        await Put(hanako, "http://127.0.0.1:1/feed").Ok(HttpStatusCode.OK);
        await Until(hanako, blog => blog.GetProperty("problem").ValueKind == JsonValueKind.String);
        await Put(hanako, "ftp://example.org/").Refused(400, "invalid");
        await Put(hanako, "hello").Refused(400, "invalid");
        await hanako.DeleteAsync("api/me/blogs?url=" + Uri.EscapeDataString("http://127.0.0.1:1/feed")).Ok(HttpStatusCode.NoContent);
        Assert.Empty((await hanako.GetFromJsonAsync<JsonElement>("api/me/blogs")).EnumerateArray());
    }

    [Fact]
    public async Task Of_a_hundred_blogs_added_at_once_three_are_read()
    {
        using var hanako = await towns.Member();
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Put(hanako, $"http://127.0.0.1:1/{i}")));
        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Equal(3, (await hanako.GetFromJsonAsync<JsonElement>("api/me/blogs")).GetArrayLength());
    }

    private static string Feed(params string[] items) => $"<rss version=\"2.0\"><channel><title>Blog</title>{string.Concat(items)}</channel></rss>";

    private static string Item(string id, string title, string date, string html) =>
        $"<item><guid isPermaLink=\"false\">{id}</guid><title>{title}</title><link>https://blog.example/{id}</link><pubDate>{date}</pubDate><description><![CDATA[{html}]]></description></item>";

    private Task Set(HttpClient client, string path) => Put(client, towns.Blog.Url(path)).Ok(HttpStatusCode.OK);

    private static Task<HttpResponseMessage> Put(HttpClient client, string url) => client.Json(HttpMethod.Put, "api/me/blogs", $$"""{"url":"{{url}}"}""");

    private static Task Until(HttpClient client, Func<JsonElement, bool> holds) =>
        Eventually.Holds(async () => holds((await client.GetFromJsonAsync<JsonElement>("api/me/blogs"))[0]));
}
