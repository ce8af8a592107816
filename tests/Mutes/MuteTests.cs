using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using OrleansMixi.Live;

namespace OrleansMixi.Mutes;

[Collection(nameof(TownCollection))]
public sealed class MuteTests(SharedTown shared)
{
    public static TheoryData<string, string, string, string> Kinds => new()
    {
        { "word", "ＳＰＯＩＬＥＲ", """,""", "a spoiler about the end" },
        { "language", "pt", ""","language":"pt-BR",""", "bom dia" },
        { "member", "", """,""", "whatever" },
        { "topic", "", """,""", "whatever" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_mute_is_previewed_hides_and_its_undo_restores_exactly(string kind, string value, string more, string text)
    {
        using var hanako = await shared.Member();
        using var taro = await shared.Member();
        using var ken = await shared.Member();
        var handle = await SharedTown.Handle(taro);
        foreach (var other in new[] { taro, ken })
        {
            await hanako.PutAsync($"api/follows/user:{await SharedTown.Handle(other)}", null).Ok(HttpStatusCode.NoContent);
        }

        await taro.Post(text, more.TrimEnd(','));
        await ken.Post("kept");
        await hanako.Shows("kept", text);

        var mute = $$"""{"kind":"{{kind}}","value":"{{(value.Length > 0 ? value : kind == "topic" ? $"user:{handle}" : handle)}}"}""";
        var preview = await Read(await hanako.Json(HttpMethod.Post, "api/mutes/preview", mute));
        Assert.Equal((2, 1, true), (preview.GetProperty("looked").GetInt32(), preview.GetProperty("hidden").GetInt32(), preview.GetProperty("whole").GetBoolean()));
        Assert.Equal(text, Assert.Single(preview.GetProperty("examples").EnumerateArray()).GetProperty("text").GetString());
        Assert.Equal(["kept", text], await hanako.Texts("api/timeline"));

        var made = await Read(await hanako.Json(HttpMethod.Post, "api/mutes", mute));
        Assert.Equal(["kept"], await hanako.Texts("api/timeline"));
        Assert.Empty(await hanako.Texts($"api/feeds/user:{handle}"));
        Assert.Equal([text], await ken.Texts($"api/feeds/user:{handle}"));
        Assert.Equal(1, (await Read(await hanako.Json(HttpMethod.Post, "api/mutes/preview", mute))).GetProperty("hidden").GetInt32());

        await hanako.DeleteAsync($"api/mutes/{made.GetProperty("number").GetInt32()}").Ok(HttpStatusCode.NoContent);
        Assert.Equal(["kept", text], await hanako.Texts("api/timeline"));
        Assert.Empty((await hanako.GetFromJsonAsync<JsonElement>("api/mutes")).EnumerateArray());
    }

    [Fact]
    public async Task A_mute_of_the_home_timeline_leaves_the_members_own_page_alone()
    {
        using var hanako = await shared.Member();
        using var taro = await shared.Member();
        var handle = await SharedTown.Handle(taro);
        await hanako.PutAsync($"api/follows/user:{handle}", null).Ok(HttpStatusCode.NoContent);
        await taro.Post("mine");
        await hanako.Shows("mine");
        await hanako.Json(HttpMethod.Post, "api/mutes", $$"""{"kind":"member","value":"{{handle}}","scope":"home"}""").Ok(HttpStatusCode.Created);
        Assert.Empty(await hanako.Texts("api/timeline"));
        Assert.Equal(["mine"], await hanako.Texts($"api/feeds/user:{handle}"));
    }

    [Fact]
    public async Task A_post_is_hidden_for_who_hid_it_and_shown_again()
    {
        using var hanako = await shared.Member();
        using var taro = await shared.Member();
        var handle = await SharedTown.Handle(taro);
        await hanako.PutAsync($"api/follows/user:{handle}", null).Ok(HttpStatusCode.NoContent);
        var post = await taro.Post("one");
        await taro.Post("two");
        await hanako.Shows("two", "one");
        await hanako.PutAsync($"api/posts/{post.Id()}/hidden", null).Ok(HttpStatusCode.NoContent);
        await hanako.PutAsync($"api/posts/{post.Id()}/hidden", null).Ok(HttpStatusCode.NoContent);
        Assert.Equal(["two"], await hanako.Texts("api/timeline"));
        Assert.Equal(["two", "one"], await taro.Texts("api/timeline"));
        await hanako.DeleteAsync($"api/posts/{post.Id()}/hidden").Ok(HttpStatusCode.NoContent);
        Assert.Equal(["two", "one"], await hanako.Texts("api/timeline"));
    }

    [Fact]
    public async Task What_is_muted_does_not_come_back_as_a_share_a_quote_or_a_comment()
    {
        using var hanako = await shared.Member();
        using var friend = await shared.Member();
        using var muted = await shared.Member();
        var (f, m) = (await SharedTown.Handle(friend), await SharedTown.Handle(muted));
        await hanako.PutAsync($"api/follows/user:{f}", null).Ok(HttpStatusCode.NoContent);
        var story = await muted.Post("a story");
        await hanako.Json(HttpMethod.Post, "api/mutes", $$"""{"kind":"member","value":"{{m}}"}""").Ok(HttpStatusCode.Created);
        var other = await friend.Post("my own");
        await friend.Json(HttpMethod.Post, "api/posts", $$"""{"story":"{{story.Id()}}"}""").Ok(HttpStatusCode.Created);
        await friend.Post("look at this", $",\"story\":\"{story.Id()}\"");
        await muted.Post("a comment", $",\"replyTo\":\"{other.Id()}\"");
        await friend.Post("last");
        await hanako.Shows("last", "my own");
        Assert.Equal(["last", "my own"], await hanako.Texts($"api/feeds/user:{f}"));
        Assert.Empty(await hanako.Texts($"api/feeds/post:{other.Id()}"));
        Assert.Equal(["a comment"], await friend.Texts($"api/feeds/post:{other.Id()}"));

        await hanako.DeleteAsync("api/mutes/1").Ok(HttpStatusCode.NoContent);
        Assert.Equal(["last", "look at this", "", "my own"], await hanako.Texts("api/timeline"));
    }

    [Fact]
    public async Task A_live_stream_leaves_out_what_was_muted_while_it_is_open()
    {
        using var hanako = await shared.Member();
        using var taro = await shared.Member();
        var handle = await SharedTown.Handle(taro);
        await hanako.PutAsync($"api/follows/user:{handle}", null).Ok(HttpStatusCode.NoContent);
        await using var home = await EventStream.Open(hanako, "home");
        await using var page = await EventStream.Open(hanako, $"user:{handle}");
        await taro.Post("before");
        Assert.Equal(["before"], await home.Texts(1));
        await hanako.Json(HttpMethod.Post, "api/mutes", """{"kind":"word","value":"natto","scope":"home"}""").Ok(HttpStatusCode.Created);
        await taro.Post("NATTO again");
        await taro.Post("after");
        Assert.Equal(["after"], await home.Texts(1));
        Assert.Equal(["before", "NATTO again", "after"], await page.Texts(3));
    }

    [Fact]
    public async Task A_mute_with_an_end_ends_by_itself()
    {
        using var hanako = await shared.Member();
        using var taro = await shared.Member();
        await hanako.PutAsync($"api/follows/user:{await SharedTown.Handle(taro)}", null).Ok(HttpStatusCode.NoContent);
        await taro.Post("patience");
        await hanako.Shows("patience");
        var until = TimeProvider.System.GetUtcNow().AddSeconds(2).ToString("O");
        await hanako.Json(HttpMethod.Post, "api/mutes", $$"""{"kind":"word","value":"patience","until":"{{until}}"}""").Ok(HttpStatusCode.Created);
        Assert.Empty(await hanako.Texts("api/timeline"));
        await hanako.Shows("patience");
    }

    [Theory]
    [InlineData("""{"kind":"word","value":"  "}""", 400, "invalid")]
    [InlineData("""{"kind":"mood","value":"x"}""", 400, "invalid")]
    [InlineData("""{"kind":"word","value":"x","scope":"mars"}""", 400, "invalid")]
    [InlineData("""{"kind":"word","value":"x","until":"2020-01-01T00:00:00Z"}""", 400, "invalid")]
    [InlineData("""{"kind":"language","value":"!"}""", 400, "invalid")]
    [InlineData("""{"kind":"member","value":"nobody-here"}""", 404, "not-found")]
    [InlineData("""{"kind":"topic","value":"planet:mars"}""", 404, "not-found")]
    [InlineData("""{"kind":"post","value":"x"}""", 404, "not-found")]
    public async Task What_cannot_be_muted_is_refused_clearly(string json, int status, string code)
    {
        using var hanako = await shared.Member();
        await hanako.Json(HttpMethod.Post, "api/mutes", json).Refused(status, code);
        await hanako.Json(HttpMethod.Post, "api/mutes", $$"""{"kind":"member","value":"{{await SharedTown.Handle(hanako)}}"}""").Refused(400, "invalid");
    }

    private static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
