using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Hosting;

namespace OrleansMixi.Api;

[Collection(nameof(TownCollection))]
public sealed class PostTests(SharedTown shared)
{
    [Fact]
    public async Task A_post_is_read_edited_with_its_history_and_deleted()
    {
        using var taro = await shared.Member();
        using var stranger = shared.Town.Client();
        var post = await taro.Post("first");
        var path = $"api/posts/{post.Id()}";
        Assert.Equal("first", (await stranger.GetFromJsonAsync<JsonElement>(path)).GetProperty("text").GetString());

        var edited = await (await taro.Json(HttpMethod.Patch, path, """{"text":"second"}""")).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("second", edited.GetProperty("text").GetString());
        Assert.NotEqual(JsonValueKind.Null, edited.GetProperty("edited").ValueKind);
        Assert.Equal("second", (await stranger.GetFromJsonAsync<JsonElement>(path)).GetProperty("text").GetString());
        Assert.Equal("second", Assert.Single((await stranger.GetFromJsonAsync<JsonElement>(path + "/history")).EnumerateArray()).GetProperty("text").GetString());

        await taro.DeleteAsync(path).Ok(HttpStatusCode.NoContent);
        await stranger.GetAsync(path).Refused(404, "not-found");
        await taro.GetAsync(path).Refused(404, "not-found");
        Assert.DoesNotContain("second", await taro.Texts("api/timeline"));
    }

    [Fact]
    public async Task The_same_key_gives_the_same_post_and_another_body_is_refused()
    {
        using var taro = await shared.Member();
        var first = await taro.Post("once", key: "key-1");
        var again = await taro.Post("once", key: "key-1");
        Assert.Equal(first.Id(), again.Id());
        await taro.Json(HttpMethod.Post, "api/posts", """{"text":"twice"}""", "key-1").Refused(409, "idempotency-key-reused");
        await taro.Json(HttpMethod.Post, "api/posts", """{"text":"x"}""", new string('k', 65)).Refused(400, "invalid");
        Assert.Equal(["once"], await taro.Texts("api/timeline"));
    }

    [Fact]
    public async Task A_batch_answers_for_each_post_in_order()
    {
        using var taro = await shared.Member();
        var drafts = Enumerable.Range(0, 300).Select(number => new { text = number == 7 ? new string('x', 151) : $"n{number}", idempotencyKey = $"b{number}" });
        var results = (await (await taro.PostAsJsonAsync("api/posts", drafts)).Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray().ToList();
        Assert.Equal(300, results.Count);
        Assert.Equal(422, results[7].GetProperty("status").GetInt32());
        Assert.Equal("text-too-long", results[7].GetProperty("problem").GetProperty("code").GetString());
        var ids = results.Where(result => result.GetProperty("status").GetInt32() == 201).Select(result => ulong.Parse(result.GetProperty("post").Id(), System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(299, ids.Count);
        Assert.Equal(ids.Order(), ids);
        await taro.PostAsJsonAsync("api/posts", Enumerable.Repeat(new { text = "x" }, 501)).Refused(400, "invalid");
    }

    public static TheoryData<string, int, string> Bad => new()
    {
        { "{", 400, "invalid" },
        { "null", 400, "invalid" },
        { "{}", 400, "invalid" },
        { """{"text":null}""", 400, "invalid" },
        { """{"text":5}""", 400, "invalid" },
        { """{"text":"   "}""", 400, "invalid" },
        { """{"text":"a\u0000b"}""", 400, "invalid" },
        { """{"text":"a\ud800b"}""", 400, "invalid" },
        { """{"text":"x","topic":"user:nobody-here"}""", 404, "not-found" },
        { """{"text":"x","topic":"planet:mars"}""", 404, "not-found" },
        { """{"text":"x","topic":"user:op"}""", 403, "forbidden" },
        { """{"text":"x","topic":"news:sports"}""", 403, "scope-missing" },
        { """{"text":"x","kind":"news"}""", 403, "scope-missing" },
        { """{"text":"x","kind":"novel"}""", 400, "invalid" },
        { """{"text":"x","audience":"aliens"}""", 400, "invalid" },
        { """{"text":"x","link":"javascript:alert(1)"}""", 400, "invalid" },
        { """{"text":"x","language":"!"}""", 400, "invalid" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task What_cannot_be_posted_is_refused_clearly_and_leaves_nothing(string json, int status, string code)
    {
        using var taro = await shared.Member();
        await taro.Json(HttpMethod.Post, "api/posts", json).Refused(status, code);
        Assert.Empty(await taro.Texts("api/timeline"));
    }

    [Fact]
    public async Task Texts_and_bodies_that_are_too_long_are_refused()
    {
        using var taro = await shared.Member();
        await taro.Json(HttpMethod.Post, "api/posts", $$"""{"text":"{{new string('a', 1_000_000)}}"}""").Refused(422, "text-too-long");
        await taro.Json(HttpMethod.Post, "api/posts", $$"""{"text":"{{new string('a', 5_000_000)}}"}""").Refused(413, "too-large");
        await taro.PostAsync("api/posts", new StringContent("text=x", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded")).Refused(400, "invalid");
        Assert.Empty(await taro.Texts("api/timeline"));
        await taro.Post(string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 150)));
    }

    [Fact]
    public async Task Who_is_not_who_one_should_be_is_told_so()
    {
        using var stranger = shared.Town.Client();
        using var forged = shared.Town.Client("mixi_nothing");
        using var reader = shared.Town.Client(await shared.Town.Token("reader", "read"));
        using var taro = await shared.Member();
        await stranger.Json(HttpMethod.Post, "api/posts", """{"text":"x"}""").Refused(401, "unauthenticated");
        await forged.GetAsync("api/feeds/user:op").Refused(401, "unauthenticated");
        await reader.Json(HttpMethod.Post, "api/posts", """{"text":"x"}""").Refused(403, "scope-missing");
        await taro.Json(HttpMethod.Post, "api/admin/members", """[{"handle":"evil"}]""").Refused(403, "scope-missing");
        await stranger.GetAsync("api/nothing").Refused(404, "not-found");
        await stranger.GetAsync("api/timeline").Refused(401, "unauthenticated");
    }

    [Fact]
    public async Task Only_the_author_changes_a_post()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        var path = $"api/posts/{(await taro.Post("mine")).Id()}";
        await hanako.Json(HttpMethod.Patch, path, """{"text":"hers"}""").Refused(403, "forbidden");
        await hanako.DeleteAsync(path).Refused(403, "forbidden");
        Assert.Equal("mine", (await hanako.GetFromJsonAsync<JsonElement>(path)).GetProperty("text").GetString());
    }
}
