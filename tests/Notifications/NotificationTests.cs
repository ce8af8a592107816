using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Circles;
using OrleansMixi.Hosting;
using OrleansMixi.Live;

namespace OrleansMixi.Notifications;

[Collection<TownCollection>]
public sealed class NotificationTests(SharedTown shared)
{
    [Fact]
    public async Task Comments_answers_mentions_reactions_and_follows_are_told_once_each_and_own_acts_never()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        var (his, her) = (await SharedTown.Handle(taro), await SharedTown.Handle(hanako));
        var post = (await taro.Post($"I call myself @{his}")).Id();
        var own = (await taro.Post("first!", $",\"replyTo\":\"{post}\"")).Id();
        await taro.PutAsync($"api/posts/{post}/reactions/iine", null).Ok(HttpStatusCode.NoContent);

        await hanako.Post("nice", $",\"replyTo\":\"{post}\"");
        await taro.IsTold("comment 1");
        await hanako.Post("very", $",\"replyTo\":\"{own}\"");
        await taro.IsTold("answer 1", "comment 1");
        await hanako.Post($"hello @{his.ToUpperInvariant()} and @{his}, @{her}, @nobody-there, https://example.org/@{his}");
        await taro.IsTold("mention 1", "answer 1", "comment 1");
        await hanako.PutAsync($"api/posts/{post}/reactions/love", null).Ok(HttpStatusCode.NoContent);
        await hanako.PutAsync($"api/posts/{post}/reactions/iine", null).Ok(HttpStatusCode.NoContent);
        await taro.IsTold("reaction 1", "mention 1", "answer 1", "comment 1");
        await hanako.PutAsync($"api/follows/user:{his}", null).Ok(HttpStatusCode.NoContent);
        await taro.IsTold("follow 1", "reaction 1", "mention 1", "answer 1", "comment 1");
        Assert.Equal(5, await taro.Unread());
        Assert.Empty(await hanako.Lines());

        var items = await taro.Items();
        Assert.Equal([$"/user/{her}", $"/post/{post}", $"/post/{items[2].GetProperty("post").GetString()}", $"/post/{post}", $"/post/{post}"], items.Select(item => item.GetProperty("url").GetString()!));
        Assert.All(items, item => Assert.Equal(her, Assert.Single(item.GetProperty("actors").EnumerateArray()).GetProperty("handle").GetString()));
        Assert.Equal($"I call myself @{his}", items[4].GetProperty("excerpt").GetString());
    }

    [Fact]
    public async Task What_many_do_is_one_row_and_the_same_one_again_is_no_news()
    {
        using var taro = await shared.Member();
        var fans = await shared.Town.Members(shared.Admin, [.. Enumerable.Range(0, 13).Select(number => $"n{number}-{Guid.NewGuid().ToString("N")[..8]}")]);
        var post = (await taro.Post("cake for everybody")).Id();
        await Task.WhenAll(fans.Select(fan => fan.PutAsync($"api/posts/{post}/reactions/iine", null).Ok(HttpStatusCode.NoContent)));
        await taro.IsTold("reaction 13");
        Assert.Equal(3, (await taro.Items())[0].GetProperty("actors").GetArrayLength());
        await Read(taro);
        await taro.IsTold("reaction 13 read");

        await fans[0].DeleteAsync($"api/posts/{post}/reactions/iine").Ok(HttpStatusCode.NoContent);
        await taro.IsTold("reaction 12 read");
        await fans[0].PutAsync($"api/posts/{post}/reactions/iine", null).Ok(HttpStatusCode.NoContent);
        await taro.IsTold("reaction 13 read");

        // A comment under the same post is another row, and a second one by the same member is news again.
        await fans[1].Post("thank you", $",\"replyTo\":\"{post}\"");
        await taro.IsTold("comment 1", "reaction 13 read");
        await Read(taro);
        await fans[1].Post("really", $",\"replyTo\":\"{post}\"");
        await taro.IsTold("comment 1", "reaction 13 read");
        Assert.Equal(1, await taro.Unread());
    }

    [Fact]
    public async Task Requests_are_told_until_they_are_answered_and_approvals_when_they_are()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        var (his, her) = (await SharedTown.Handle(taro), await SharedTown.Handle(hanako));
        await hanako.PutAsync($"api/friends/{his}", null).Ok(HttpStatusCode.Accepted);
        await hanako.PutAsync($"api/friends/{his}", null).Ok(HttpStatusCode.Accepted);
        await taro.IsTold("friend-request 1");
        await taro.PutAsync($"api/friends/{her}", null).Ok(HttpStatusCode.NoContent);
        await taro.IsTold();
        await hanako.IsTold("friend 1");

        var slug = $"c{his}";
        await taro.Json(HttpMethod.Post, "api/communities", $$"""{"slug":"{{slug}}","title":"公園","joining":"approval"}""").Ok(HttpStatusCode.Created);
        await hanako.PutAsync($"api/follows/community:{slug}", null).Ok(HttpStatusCode.Accepted);
        await taro.IsTold("community-request 1");
        Assert.Equal("公園", (await taro.Items())[0].GetProperty("title").GetString());
        await taro.PutAsync($"api/communities/{slug}/invited/{her}", null).Ok(HttpStatusCode.NoContent);
        await taro.IsTold();
        await hanako.IsTold("community-approved 1", "friend 1");
        using var jiro = await shared.Member();
        await taro.PutAsync($"api/communities/{slug}/invited/{await SharedTown.Handle(jiro)}", null).Ok(HttpStatusCode.NoContent);
        await jiro.IsTold("community-invitation 1");
    }

    [Fact]
    public async Task Who_asks_to_follow_or_introduces_is_told_of_until_it_is_answered()
    {
        using var hanako = await shared.Member();
        using var taro = await shared.Member();
        var (hers, his) = (await SharedTown.Handle(hanako), await SharedTown.Handle(taro));
        await hanako.Json(HttpMethod.Patch, "api/me/profile", """{"locked":true}""").Ok(HttpStatusCode.OK);
        await taro.PutAsync($"api/follows/user:{hers}", null).Ok(HttpStatusCode.Accepted);
        await hanako.IsTold("follow-request 1");
        await taro.DeleteAsync($"api/follows/user:{hers}").Ok(HttpStatusCode.NoContent);
        await hanako.IsTold();
        await taro.PutAsync($"api/follows/user:{hers}", null).Ok(HttpStatusCode.Accepted);
        await hanako.IsTold("follow-request 1");
        await hanako.PutAsync($"api/followers/{his}", null).Ok(HttpStatusCode.NoContent);
        await hanako.IsTold();

        await CircleTests.Befriend(hanako, taro);
        await hanako.IsTold("friend 1");
        await taro.Json(HttpMethod.Put, $"api/members/{hers}/introduction", """{"text":"kind"}""").Ok(HttpStatusCode.NoContent);
        await hanako.IsTold("introduction 1", "friend 1");
        await hanako.PutAsync($"api/me/introductions/{his}", null).Ok(HttpStatusCode.NoContent);
        await hanako.IsTold("friend 1");
    }

    [Fact]
    public async Task Who_is_muted_everywhere_is_not_heard_until_the_mute_ends()
    {
        using var hanako = await shared.Member();
        using var taro = await shared.Member();
        var his = await SharedTown.Handle(taro);
        var post = (await hanako.Post("tea")).Id();
        await taro.PutAsync($"api/posts/{post}/reactions/iine", null).Ok(HttpStatusCode.NoContent);
        await hanako.IsTold("reaction 1");
        using var muted = await hanako.Json(HttpMethod.Post, "api/mutes", $$"""{"kind":"member","value":"{{his}}","scope":"everywhere"}""");
        await hanako.IsTold();
        var mute = (await muted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetInt32();
        await hanako.DeleteAsync($"api/mutes/{mute}").Ok(HttpStatusCode.NoContent);
        await hanako.IsTold("reaction 1");
    }

    [Fact]
    public async Task A_kind_that_is_switched_off_is_not_told_and_others_are()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        await taro.Json(HttpMethod.Put, "api/notifications/switches", """{"off":["reaction","friend-request"]}""").Ok(HttpStatusCode.NoContent);
        Assert.Equal("""{"off":["reaction","friend-request"]}""", await taro.GetStringAsync("api/notifications/switches"));
        var post = (await taro.Post("quiet please")).Id();
        await hanako.PutAsync($"api/posts/{post}/reactions/iine", null).Ok(HttpStatusCode.NoContent);
        await hanako.PutAsync($"api/friends/{await SharedTown.Handle(taro)}", null).Ok(HttpStatusCode.Accepted);
        await hanako.Post("psst", $",\"replyTo\":\"{post}\"");
        await taro.IsTold("comment 1");

        // Switched off later, what is there already is hidden too, and not counted.
        await taro.Json(HttpMethod.Put, "api/notifications/switches", """{"off":["comment"]}""").Ok(HttpStatusCode.NoContent);
        await taro.IsTold();
        Assert.Equal(0, await taro.Unread());
        await taro.Json(HttpMethod.Put, "api/notifications/switches", """{"off":["comments"]}""").Refused(400, "invalid");
    }

    [Fact]
    public async Task A_block_hides_what_was_told_and_nothing_more_comes_and_its_end_makes_no_news()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        using var jiro = await shared.Member();
        var (his, her) = (await SharedTown.Handle(taro), await SharedTown.Handle(hanako));
        await taro.PutAsync($"api/friends/{her}", null).Ok(HttpStatusCode.Accepted);
        await hanako.PutAsync($"api/friends/{his}", null).Ok(HttpStatusCode.NoContent);
        await taro.IsTold("friend 1");
        await Read(taro);
        var post = (await taro.Post("party")).Id();
        await hanako.PutAsync($"api/posts/{post}/reactions/iine", null).Ok(HttpStatusCode.NoContent);
        await jiro.PutAsync($"api/posts/{post}/reactions/iine", null).Ok(HttpStatusCode.NoContent);
        await taro.IsTold("reaction 2", "friend 1 read");

        await taro.PutAsync($"api/blocks/{her}", null).Ok(HttpStatusCode.NoContent);
        await taro.IsTold("reaction 1");
        await hanako.Post($"@{his} is mean");
        await hanako.Post($"@{await SharedTown.Handle(jiro)} is not");

        // Both went the same way: when the second has arrived, the first was read before.
        await jiro.IsTold("mention 1");
        await jiro.Post($"@{his} is kind");
        await taro.IsTold("mention 1", "reaction 1");
        await taro.DeleteAsync($"api/blocks/{her}").Ok(HttpStatusCode.NoContent);
        await jiro.Post("still kind", $",\"replyTo\":\"{post}\"");
        await taro.IsTold("comment 1", "mention 1", "reaction 2", "friend 1 read");
        Assert.Empty(await hanako.Lines());
    }

    [Fact]
    public async Task What_became_invisible_is_neither_shown_nor_counted_and_comes_back_with_its_audience()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        var her = await SharedTown.Handle(hanako);
        await taro.Post($"a secret about @{her}", ",\"audience\":\"me\"");
        await taro.Post($"a friends' secret about @{her}", ",\"audience\":\"friends\"");
        var post = (await taro.Post($"praise of @{her}")).Id();
        await hanako.IsTold("mention 1");
        await taro.Json(HttpMethod.Patch, $"api/posts/{post}", """{"audience":"friends"}""").Ok(HttpStatusCode.OK);
        await hanako.IsTold();
        Assert.Equal(0, await hanako.Unread());
        await taro.Json(HttpMethod.Patch, $"api/posts/{post}", """{"audience":"everyone"}""").Ok(HttpStatusCode.OK);
        await hanako.IsTold("mention 1");

        // A comment that is taken back is not told of any more, nor a post that is gone.
        var own = (await hanako.Post("thanks")).Id();
        var comment = (await taro.Post("welcome", $",\"replyTo\":\"{own}\"")).Id();
        await hanako.IsTold("comment 1", "mention 1");
        await taro.DeleteAsync($"api/posts/{comment}").Ok(HttpStatusCode.NoContent);
        await hanako.IsTold("mention 1");
        await taro.DeleteAsync($"api/posts/{post}").Ok(HttpStatusCode.NoContent);
        await hanako.IsTold();
    }

    [Fact]
    public async Task A_mention_that_an_edit_brings_is_told_and_a_widened_audience_tells_those_it_reaches()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        var her = await SharedTown.Handle(hanako);
        var post = (await taro.Post("to whom?")).Id();
        await taro.Json(HttpMethod.Patch, $"api/posts/{post}", $$"""{"text":"to @{{her}}"}""").Ok(HttpStatusCode.OK);
        await hanako.IsTold("mention 1");
        var hidden = (await taro.Post($"for later: @{her}", ",\"audience\":\"me\"")).Id();
        await taro.Json(HttpMethod.Patch, $"api/posts/{hidden}", """{"audience":"everyone"}""").Ok(HttpStatusCode.OK);
        await hanako.IsTold("mention 1", "mention 1");
    }

    [Fact]
    public async Task One_is_marked_as_read_or_all_and_pages_follow_each_other()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        var his = await SharedTown.Handle(taro);
        for (var turn = 0; turn < 5; turn++)
        {
            await hanako.Post($"{turn} @{his}");
        }

        await taro.IsTold("mention 1", "mention 1", "mention 1", "mention 1", "mention 1");
        var first = await taro.GetFromJsonAsync<JsonElement>("api/notifications?limit=3");
        var second = await taro.GetFromJsonAsync<JsonElement>($"api/notifications?limit=3&before={first.GetProperty("next").GetString()}");
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        var excerpts = first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).Select(item => item.GetProperty("excerpt").GetString()![..1]);
        Assert.Equal(["4", "3", "2", "1", "0"], excerpts);

        var items = await taro.Items();
        await taro.Json(HttpMethod.Post, "api/notifications/read", $$"""{"id":"{{items[1].GetProperty("id").GetString()}}"}""").Ok(HttpStatusCode.NoContent);
        Assert.Equal(["mention 1", "mention 1 read", "mention 1", "mention 1", "mention 1"], await taro.Lines());
        await taro.Json(HttpMethod.Post, "api/notifications/read", $$"""{"upTo":"{{items[3].GetProperty("at").GetString()}}"}""").Ok(HttpStatusCode.NoContent);
        Assert.Equal(2, await taro.Unread());
        await Read(taro);
        Assert.Equal(0, await taro.Unread());
        await taro.Json(HttpMethod.Post, "api/notifications/read", """{"id":"rubbish"}""").Refused(400, "invalid");
        await taro.GetAsync("api/notifications?before=x").Refused(400, "cursor-invalid");
        await taro.GetAsync("api/notifications?limit=0").Refused(400, "invalid");
        using var stranger = shared.Town.Client();
        await stranger.GetAsync("api/notifications").Refused(401, "unauthenticated");
    }

    [Fact]
    public async Task Shares_and_quotes_of_a_post_are_told_together()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        using var jiro = await shared.Member();
        var post = (await taro.Post("worth it")).Id();
        await hanako.Json(HttpMethod.Post, "api/posts", $$"""{"text":"","kind":"share","story":"{{post}}"}""").Ok(HttpStatusCode.Created);
        var quote = (await jiro.Post("see", $",\"story\":\"{post}\"")).Id();
        await taro.IsTold("share 2");
        Assert.Equal($"/post/{quote}", (await taro.Items())[0].GetProperty("url").GetString());
    }

    [Fact]
    public async Task What_is_new_rings_in_the_live_stream()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        await using var live = await EventStream.Open(taro, "home");
        await hanako.Post($"look here @{await SharedTown.Handle(taro)}");
        Assert.Equal("notification", (await live.Next("notice")).GetProperty("kinds")[0].GetString());
        Assert.Equal(["mention 1"], await taro.Lines());
    }

    private static Task Read(HttpClient client) => client.Json(HttpMethod.Post, "api/notifications/read", "{}").Ok(HttpStatusCode.NoContent);
}
