using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using OrleansMixi.Live;

namespace OrleansMixi.Posts;

[Collection<TownCollection>]
public sealed class CommentTests(SharedTown shared)
{
    [Fact]
    public async Task A_comment_reaches_the_author_and_those_who_look_at_the_post_live_and_is_counted()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        using var jiro = await shared.Member();
        var post = (await taro.Post("お弁当できた")).Id();
        await taro.Shows("お弁当できた");
        await using var home = await EventStream.Open(taro, "home");
        await using var page = await EventStream.Open(jiro, $"post:{post}");
        var comment = await hanako.Post("おいしそう", $",\"replyTo\":\"{post}\"");
        Assert.Equal(("comment", $"post:{post}", post), (comment.Text("kind"), comment.Text("topic"), comment.Text("replyTo")));
        Assert.Equal(["おいしそう"], await home.Texts(1));
        Assert.Equal(["おいしそう"], await page.Texts(1));
        var counted = (await page.Next("update")).GetProperty("updates")[0];
        Assert.Equal(1, counted.GetProperty("counts").GetProperty("comments").GetInt32());
        Assert.Equal(["おいしそう"], await jiro.Texts($"api/feeds/post:{post}"));
        Assert.Equal(1, (await jiro.GetFromJsonAsync<JsonElement>($"api/posts/{post}")).GetProperty("counts").GetProperty("comments").GetInt32());
    }

    [Fact]
    public async Task An_answer_to_a_comment_stands_in_the_same_thread_and_comes_to_all_who_commented()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        var post = (await taro.Post("question")).Id();
        var comment = (await hanako.Post("what?", $",\"replyTo\":\"{post}\"")).Id();
        var answer = await taro.Post("that", $",\"replyTo\":\"{comment}\"");
        Assert.Equal((comment, $"post:{post}"), (answer.Text("replyTo"), answer.Text("topic")));
        await hanako.Shows("that", "what?");
        await hanako.DeleteAsync($"api/follows/post:{post}").Ok(HttpStatusCode.NoContent);
        await hanako.Shows("what?");
    }

    [Fact]
    public async Task Comments_on_a_post_for_friends_are_for_friends_and_others_can_not_answer_it()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        using var jiro = await shared.Member();
        await Befriend(taro, hanako);
        var post = (await taro.Post("secret", ",\"audience\":\"friends\"")).Id();
        var comment = (await hanako.Post("hush", $",\"replyTo\":\"{post}\"")).Id();
        await jiro.GetAsync($"api/posts/{comment}").Refused(404, "not-found");
        Assert.Empty(await jiro.Texts($"api/feeds/post:{post}"));
        await jiro.Json(HttpMethod.Post, "api/posts", $$"""{"text":"me too","replyTo":"{{post}}"}""").Refused(404, "not-found");
        await jiro.Json(HttpMethod.Post, "api/posts", $$"""{"text":"me too","replyTo":"{{comment}}"}""").Refused(404, "not-found");
        await jiro.PutAsync($"api/follows/post:{post}", null).Refused(404, "not-found");
        await taro.Json(HttpMethod.Patch, $"api/posts/{post}", """{"audience":"me"}""").Ok(HttpStatusCode.OK);
        await hanako.GetAsync($"api/posts/{comment}").Refused(404, "not-found");
    }

    [Fact]
    public async Task The_author_decides_who_may_comment_and_deletes_comments()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        var closed = (await taro.Post("no comment", ",\"comments\":\"nobody\"")).Id();
        await hanako.Json(HttpMethod.Post, "api/posts", $$"""{"text":"but","replyTo":"{{closed}}"}""").Refused(403, "forbidden");
        await taro.Post("one thing more", $",\"replyTo\":\"{closed}\"");
        var friends = (await taro.Post("friends may", ",\"comments\":\"friends\"")).Id();
        await hanako.Json(HttpMethod.Post, "api/posts", $$"""{"text":"but","replyTo":"{{friends}}"}""").Refused(403, "forbidden");
        await Befriend(taro, hanako);
        var comment = (await hanako.Post("thanks", $",\"replyTo\":\"{friends}\"")).Id();
        await hanako.DeleteAsync($"api/posts/{friends}").Refused(403, "forbidden");
        await taro.DeleteAsync($"api/posts/{comment}").Ok(HttpStatusCode.NoContent);
        Assert.Empty(await taro.Texts($"api/feeds/post:{friends}"));
        await Eventually.Holds(async () => !(await taro.GetFromJsonAsync<JsonElement>($"api/posts/{friends}")).TryGetProperty("counts", out _));
    }

    [Fact]
    public async Task What_can_not_be_answered_is_refused_with_the_field()
    {
        using var taro = await shared.Member();
        await taro.Json(HttpMethod.Post, "api/posts", """{"text":"x","replyTo":"rubbish"}""").Refused(400, "invalid");
        await taro.Json(HttpMethod.Post, "api/posts", """{"text":"x","replyTo":"123456789012345678"}""").Refused(404, "not-found");
        await taro.Json(HttpMethod.Post, "api/posts", """{"text":"x","comments":"some"}""").Refused(400, "invalid");
        var post = (await taro.Post("gone soon")).Id();
        await taro.Post("under it", $",\"replyTo\":\"{post}\"");
        await taro.DeleteAsync($"api/posts/{post}").Ok(HttpStatusCode.NoContent);
        await taro.Json(HttpMethod.Post, "api/posts", $$"""{"text":"late","replyTo":"{{post}}"}""").Refused(404, "not-found");
        await taro.Shows();
    }

    private static async Task Befriend(HttpClient one, HttpClient other)
    {
        await one.PutAsync($"api/friends/{await SharedTown.Handle(other)}", null).Ok(HttpStatusCode.Accepted);
        await other.PutAsync($"api/friends/{await SharedTown.Handle(one)}", null).Ok(HttpStatusCode.NoContent);
    }
}
