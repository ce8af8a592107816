using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;

namespace OrleansMixi.Diaries;

[Collection<TownCollection>]
public sealed class DiaryTests(SharedTown shared)
{
    [Fact]
    public async Task A_draft_is_kept_changed_and_posted_once()
    {
        using var taro = await shared.Member();
        var draft = await Read(await taro.Json(HttpMethod.Post, "api/drafts", """{"text":"first words","title":"日曜日","audience":"close","comments":"friends"}"""));
        Assert.Equal((1, "close", "friends"), (draft.GetProperty("number").GetInt32(), draft.Text("audience"), draft.Text("comments")));
        await taro.Json(HttpMethod.Put, "api/drafts/1", """{"text":"**better** words","title":"日曜日"}""").Ok(HttpStatusCode.OK);
        var posted = await Read(await taro.PostAsync("api/drafts/1/post", null));
        Assert.Equal(("diary", "日曜日", "**better** words", "everyone"), (posted.Text("kind"), posted.Text("title"), posted.Text("text"), posted.Text("audience")));
        await taro.PostAsync("api/drafts/1/post", null).Refused(404, "not-found");
        await taro.Post("a voice");
        var handle = await SharedTown.Handle(taro);
        Assert.Equal(["**better** words"], await taro.Texts($"api/feeds/user:{handle}?kind=diary"));
    }

    [Fact]
    public async Task A_draft_is_posted_by_itself_when_its_time_comes()
    {
        using var taro = await shared.Member();
        var at = TimeProvider.System.GetUtcNow().AddSeconds(2).ToString("O");
        await taro.Json(HttpMethod.Post, "api/drafts", $$"""{"text":"from the past","publishAt":"{{at}}"}""").Ok(HttpStatusCode.Created);
        Assert.Empty(await taro.Texts("api/timeline"));
        await taro.Shows("from the past");
        Assert.Empty((await taro.GetFromJsonAsync<JsonElement>("api/drafts")).EnumerateArray());
    }

    [Fact]
    public async Task Drafts_belong_to_their_author_and_are_bounded()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        await Task.WhenAll(Enumerable.Range(0, DraftStore.Limit).Select(_ => taro.Json(HttpMethod.Post, "api/drafts", """{"text":"x"}""").Ok(HttpStatusCode.Created)));
        await taro.Json(HttpMethod.Post, "api/drafts", """{"text":"x"}""").Refused(409, "conflict");
        await hanako.PostAsync("api/drafts/1/post", null).Refused(404, "not-found");
        await hanako.Json(HttpMethod.Put, "api/drafts/1", """{"text":"mine"}""").Refused(404, "not-found");
        await hanako.Json(HttpMethod.Post, "api/drafts", """{"text":"late","publishAt":"2020-01-01T00:00:00Z"}""").Refused(400, "invalid");
        await hanako.Json(HttpMethod.Post, "api/drafts", """{"text":" ","publishAt":"2020-01-01T00:00:00Z"}""").Refused(400, "invalid");
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "script>")]
    [InlineData("[x](javascript:alert(1))", "javascript:")]
    [InlineData("<img src=x onerror=alert(1)>", "<img")]
    [InlineData("![x](https://outside.example/track.png)", "<img")]
    [InlineData("[x](data:text/html;base64,PHN2Zz4=)", "data:")]
    [InlineData("<p style=\"position:fixed\">x</p>", "<p style")]
    public void Markdown_brings_no_script_no_style_and_nothing_from_outside(string markdown, string forbidden) =>
        Assert.DoesNotContain(forbidden, DiaryText.Html(markdown).Value, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Markdown_is_formatted_and_links_go_out_without_favour()
    {
        var html = DiaryText.Html("## Sunday\n\n**good** [bread](https://bread.example)\n\n- one\n- two").Value;
        Assert.Contains("<h2>Sunday</h2>", html, StringComparison.Ordinal);
        Assert.Contains("<strong>good</strong>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://bread.example\" rel=\"nofollow ugc\">bread</a>", html, StringComparison.Ordinal);
        Assert.Equal("good bread", DiaryText.Plain("**good** [bread](https://bread.example)"));
    }

    private static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
