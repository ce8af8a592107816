using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using OrleansMixi.Live;

namespace OrleansMixi.Messages;

[Collection(nameof(TownCollection))]
public sealed class MessageTests(SharedTown shared)
{
    [Fact]
    public async Task Two_friends_write_to_each_other_in_one_conversation()
    {
        var (one, other) = await Friends();
        var conversation = await one.Open(other);
        Assert.Equal(conversation, await other.Open(one));

        // Nothing was said yet: the other one is not shown an empty conversation.
        Assert.Empty(await other.Conversations());
        await one.Said(conversation, "おはよう");
        await other.Json(HttpMethod.Post, $"api/messages/{conversation}/messages", """{"stamp":"hello"}""").Ok(HttpStatusCode.Created);
        Assert.Equal(["おはよう", "hello"], await one.Reads(conversation));
        Assert.Equal([conversation], await other.Conversations());
        Assert.Equal("hello", (await one.See(conversation)).GetProperty("last").GetProperty("stamp").GetString());
    }

    [Fact]
    public async Task Only_friends_may_start_unless_the_recipient_opened_it()
    {
        var (one, other) = (await shared.Member(), await shared.Member());
        var start = $$"""{"with":"{{await SharedTown.Handle(other)}}"}""";
        var problem = await one.Json(HttpMethod.Post, "api/messages", start).Refused(403, "forbidden");
        Assert.Contains("friends only", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);

        await other.Json(HttpMethod.Patch, "api/me/privacy", """{"messagesFrom":"everyone"}""").Ok(HttpStatusCode.OK);
        var conversation = await one.Open(other);
        await other.Json(HttpMethod.Patch, "api/me/privacy", """{"messagesFrom":"friends"}""").Ok(HttpStatusCode.OK);
        await one.Say(conversation, "too late to start").Refused(403, "forbidden");

        // Whoever was addressed may answer, and what was started goes on.
        await one.Json(HttpMethod.Patch, "api/me/privacy", """{"messagesFrom":"everyone"}""").Ok(HttpStatusCode.OK);
        await other.Said(conversation, "you may");
        await one.Said(conversation, "thank you");
        Assert.Equal(["you may", "thank you"], await one.Reads(conversation));
        await one.Json(HttpMethod.Post, "api/messages", $$"""{"with":"{{await SharedTown.Handle(one)}}"}""").Refused(400, "invalid");
        await one.Json(HttpMethod.Post, "api/messages", """{"with":"nobody-here"}""").Refused(404, "not-found");
    }

    [Fact]
    public async Task A_stranger_finds_nothing_on_any_path()
    {
        var (one, other) = await Friends();
        var stranger = await shared.Member();
        var conversation = await one.Open(other);
        var message = await one.Said(conversation, "between us");
        foreach (var path in new[] { $"api/messages/{conversation}", $"api/messages/{conversation}/messages", $"api/messages/{conversation}/messages?before=99" })
        {
            await stranger.GetAsync(path).Refused(404, "not-found");
            await shared.Town.Client().GetAsync(path).Refused(401, "unauthenticated");
        }

        await stranger.Say(conversation, "me too").Refused(404, "not-found");
        await stranger.DeleteAsync($"api/messages/{conversation}/messages/{message}").Refused(404, "not-found");
        await stranger.Json(HttpMethod.Put, $"api/messages/{conversation}/read", """{"message":"1"}""").Refused(404, "not-found");
        await stranger.PutAsync($"api/messages/{conversation}/members/{await SharedTown.Handle(stranger)}", null).Refused(404, "not-found");
        await stranger.DeleteAsync($"api/messages/{conversation}/membership").Ok(HttpStatusCode.NoContent);
        Assert.Empty(await stranger.Conversations());
        Assert.Equal(0, await stranger.Unread());
        Assert.Equal(["between us"], await other.Reads(conversation));
        foreach (var page in new[] { $"message/{conversation}", $"message/{conversation}/lines" })
        {
            var answer = await stranger.GetAsync(page);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.DoesNotContain("between us", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_retry_with_its_key_sends_once_however_many_try()
    {
        var (one, other) = await Friends();
        var conversation = await one.Open(other);
        var ids = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => one.Said(conversation, "once", "k1")));
        Assert.Single(ids.Distinct());
        Assert.Equal(["once"], await other.Reads(conversation));
        await one.Say(conversation, "something else", "k1").Refused(409, "idempotency-key-reused");

        // The key is the author's own.
        await other.Said(conversation, "once", "k1");
        await one.Said(conversation, "after");
        Assert.Equal(["once", "once", "after"], await one.Reads(conversation));
        await one.Say(conversation, "x", "white space").Refused(400, "invalid");
    }

    [Fact]
    public async Task What_many_send_at_once_is_numbered_without_holes_and_keeps_each_authors_order()
    {
        const int each = 40;
        var founder = await shared.Member();
        var others = new[] { await shared.Member(), await shared.Member(), await shared.Member() };
        foreach (var friend in others)
        {
            await Talk.Befriend(founder, friend);
        }

        var conversation = await founder.Found("Chorus", others);
        await Task.WhenAll(others.Append(founder).Select(async (author, place) =>
        {
            for (var turn = 0; turn < each; turn++)
            {
                await author.Said(conversation, $"{place} {turn}");
            }
        }));

        var items = new List<JsonElement>();
        string? before = null;
        do
        {
            var page = await founder.GetFromJsonAsync<JsonElement>($"api/messages/{conversation}/messages?limit=50{(before is null ? "" : "&before=" + before)}");
            items.AddRange(page.GetProperty("items").EnumerateArray());
            before = page.GetProperty("next").GetString();
        }
        while (before is not null);

        items.Reverse();
        Assert.Equal(Enumerable.Range(1, 4 * each).Select(number => $"{number}"), items.Select(Answers.Id));
        foreach (var author in items.Select(item => item.GetProperty("text").GetString()!).GroupBy(text => text[0]))
        {
            Assert.Equal(Enumerable.Range(0, each).Select(turn => $"{author.Key} {turn}"), author);
        }

        var times = items.Select(item => item.GetProperty("at").GetDateTimeOffset()).ToList();
        Assert.Equal(times.Order(), times);
    }

    [Fact]
    public async Task An_unsent_message_leaves_a_line_without_words()
    {
        var (one, other) = await Friends();
        var conversation = await one.Open(other);
        var message = await one.Said(conversation, "oh no");
        await other.DeleteAsync($"api/messages/{conversation}/messages/{message}").Refused(403, "forbidden");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => one.DeleteAsync($"api/messages/{conversation}/messages/{message}").Ok(HttpStatusCode.NoContent)));
        Assert.Equal(["–"], await other.Reads(conversation));
        Assert.Equal(0, await other.Unread());
        Assert.DoesNotContain("oh no", await other.GetStringAsync($"api/messages/{conversation}"), StringComparison.Ordinal);
        Assert.DoesNotContain("oh no", await other.GetStringAsync($"message/{conversation}"), StringComparison.Ordinal);
        await one.DeleteAsync($"api/messages/{conversation}/messages/77").Refused(404, "not-found");
    }

    [Fact]
    public async Task Read_marks_go_forward_only_and_tell_the_others()
    {
        var (one, other) = await Friends();
        var conversation = await one.Open(other);
        await one.Said(conversation, "1");
        var second = await one.Said(conversation, "2");
        Assert.Equal(1, await other.Unread());
        Assert.Equal(2, (await other.See(conversation)).GetProperty("unread").GetInt32());
        Assert.Equal(0, await one.Unread());

        for (var turn = 0; turn < 50; turn++)
        {
            await other.MarkRead(conversation, turn % 2 == 0 ? second : "1");
        }

        Assert.Equal(0, await other.Unread());
        Assert.Equal(0, (await other.See(conversation)).GetProperty("unread").GetInt32());
        Assert.Equal("2", await Read(one, conversation, other));

        // A mark beyond the end is no mark for what comes later.
        await other.MarkRead(conversation, "900");
        await one.Said(conversation, "3");
        Assert.Equal(1, await other.Unread());
    }

    [Fact]
    public async Task A_page_that_is_looked_at_is_read()
    {
        var (one, other) = await Friends();
        var conversation = await one.Open(other);
        await one.Said(conversation, "look");
        Assert.Equal(1, await other.Unread());
        Assert.Contains("look", await other.GetStringAsync($"message/{conversation}"), StringComparison.Ordinal);
        Assert.Equal(0, await other.Unread());
    }

    [Fact]
    public async Task A_newcomer_sees_what_is_said_from_now_on_and_who_left_sees_nothing()
    {
        var (founder, friend, late) = (await shared.Member(), await shared.Member(), await shared.Member());
        await Talk.Befriend(founder, friend);
        await Talk.Befriend(friend, late);
        var conversation = await founder.Found("Trip", friend);
        await founder.Said(conversation, "before");
        var handle = await SharedTown.Handle(late);

        // Who adds must know the newcomer.
        await founder.PutAsync($"api/messages/{conversation}/members/{handle}", null).Refused(403, "forbidden");
        await friend.PutAsync($"api/messages/{conversation}/members/{handle}", null).Ok(HttpStatusCode.NoContent);
        await friend.PutAsync($"api/messages/{conversation}/members/{handle}", null).Ok(HttpStatusCode.NoContent);
        await founder.Said(conversation, "after");
        Assert.Equal(["added", "after"], await late.Reads(conversation));
        Assert.Equal(["before", "added", "after"], await founder.Reads(conversation));

        await late.DeleteAsync($"api/messages/{conversation}/membership").Ok(HttpStatusCode.NoContent);
        await late.GetAsync($"api/messages/{conversation}/messages").Refused(404, "not-found");
        await late.Say(conversation, "still here?").Refused(404, "not-found");
        Assert.Empty(await late.Conversations());
        Assert.Equal(["before", "added", "after", "left"], await founder.Reads(conversation));
    }

    [Fact]
    public async Task A_conversation_of_two_is_never_left_nor_filled_up()
    {
        var (one, other) = await Friends();
        var third = await shared.Member();
        await Talk.Befriend(one, third);
        var conversation = await one.Open(other);
        await one.Said(conversation, "hi");
        await one.PutAsync($"api/messages/{conversation}/members/{await SharedTown.Handle(third)}", null).Refused(409, "conflict");
        await one.DeleteAsync($"api/messages/{conversation}/membership").Refused(409, "conflict");
    }

    [Fact]
    public async Task A_group_never_grows_over_its_size_however_many_are_added_at_once()
    {
        var founder = await shared.Member();
        var open = await shared.Town.Members(shared.Admin, [.. Enumerable.Range(0, 100).Select(number => $"crowd{number}")]);
        await Task.WhenAll(open.Select(member => member.Json(HttpMethod.Patch, "api/me/privacy", """{"messagesFrom":"everyone"}""").Ok(HttpStatusCode.OK)));
        var conversation = await founder.Found("Crowd", open[0]);
        var added = await Task.WhenAll(open.Skip(1).Select(async (_, place) =>
            (await founder.PutAsync($"api/messages/{conversation}/members/crowd{place + 1}", null)).StatusCode));
        Assert.Equal(18, added.Count(status => status == HttpStatusCode.NoContent));
        Assert.Equal(81, added.Count(status => status == HttpStatusCode.Conflict));
        Assert.Equal(20, (await founder.See(conversation)).GetProperty("members").GetArrayLength());
        await founder.Json(HttpMethod.Post, "api/messages", JsonSerializer.Serialize(new { members = Enumerable.Range(0, 20).Select(number => $"crowd{number}") })).Refused(409, "conflict");
    }

    [Fact]
    public async Task A_message_has_words_or_a_stamp_within_bounds()
    {
        var (one, other) = await Friends();
        var path = $"api/messages/{await one.Open(other)}/messages";
        await one.Json(HttpMethod.Post, path, "{}").Refused(400, "invalid");
        await one.Json(HttpMethod.Post, path, """{"text":" \n "}""").Refused(400, "invalid");
        await one.Json(HttpMethod.Post, path, """{"stamp":"dragon"}""").Refused(400, "invalid");
        await one.Json(HttpMethod.Post, path, """{"text":"a","stamp":"hello"}""").Refused(400, "invalid");
        await one.Json(HttpMethod.Post, path, """{"text":"a\u0000b"}""").Refused(400, "invalid");
        await one.Json(HttpMethod.Post, path, $$"""{"text":"{{string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 2001))}}"}""").Refused(422, "text-too-long");
        await one.Json(HttpMethod.Post, path, $$"""{"text":"{{string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 2000))}}"}""").Ok(HttpStatusCode.Created);
    }

    [Fact]
    public async Task The_list_is_paged_with_the_newest_line_first()
    {
        var me = await shared.Member();
        var conversations = new List<string>();
        for (var turn = 0; turn < 5; turn++)
        {
            var friend = await shared.Member();
            await Talk.Befriend(me, friend);
            conversations.Add(await me.Found($"{turn}", friend));
            await friend.Said(conversations[^1], "hi");
        }

        await me.Said(conversations[1], "again");
        var seen = new List<string>();
        string? before = null;
        do
        {
            var page = await me.GetFromJsonAsync<JsonElement>($"api/messages?limit=2{(before is null ? "" : "&before=" + before)}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(Answers.Id));
            before = page.GetProperty("next").GetString();
        }
        while (before is not null);

        Assert.Equal([conversations[1], conversations[4], conversations[3], conversations[2], conversations[0]], seen);
        Assert.Equal(5, await me.Unread());
        await me.GetAsync("api/messages?before=x").Refused(400, "cursor-invalid");
    }

    [Fact]
    public async Task A_block_hides_the_conversation_from_both_and_its_end_restores_it()
    {
        var (one, other) = await Friends();
        var conversation = await one.Open(other);
        await one.Said(conversation, "before the quarrel");
        await Block(one, other);
        foreach (var member in new[] { one, other })
        {
            await member.GetAsync($"api/messages/{conversation}").Refused(404, "not-found");
            await member.Say(conversation, "let me").Refused(404, "not-found");
            Assert.Empty(await member.Conversations());
            Assert.Equal(0, await member.Unread());
            Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync($"message/{conversation}")).StatusCode);
        }

        await other.Json(HttpMethod.Patch, "api/me/privacy", """{"messagesFrom":"everyone"}""").Ok(HttpStatusCode.OK);
        await one.Json(HttpMethod.Post, "api/messages", $$"""{"with":"{{await SharedTown.Handle(other)}}"}""").Refused(404, "not-found");
        await one.DeleteAsync($"api/blocks/{await SharedTown.Handle(other)}").Ok(HttpStatusCode.NoContent);
        Assert.Equal(["before the quarrel"], await other.Reads(conversation));
        Assert.Equal(1, await other.Unread());
        await other.Said(conversation, "peace");
    }

    [Fact]
    public async Task In_a_group_those_whom_a_block_parts_do_not_see_what_the_other_says()
    {
        var (founder, one, other) = (await shared.Member(), await shared.Member(), await shared.Member());
        await Talk.Befriend(founder, one);
        await Talk.Befriend(founder, other);
        var conversation = await founder.Found("Mixed", one, other);
        await Block(one, other);
        await one.Said(conversation, "from one");
        await other.Said(conversation, "from other");
        Assert.Equal(["from one"], await one.Reads(conversation));
        Assert.Equal(["from other"], await other.Reads(conversation));
        Assert.Equal(["from one", "from other"], await founder.Reads(conversation));
        Assert.Equal(0, await one.Unread());
        Assert.Equal("from one", (await one.See(conversation)).GetProperty("last").GetProperty("text").GetString());
        Assert.Equal(2, (await one.See(conversation)).GetProperty("members").GetArrayLength());
        Assert.DoesNotContain(await SharedTown.Handle(other), await one.GetStringAsync($"message/{conversation}"), StringComparison.Ordinal);
        await one.DeleteAsync($"api/blocks/{await SharedTown.Handle(other)}").Ok(HttpStatusCode.NoContent);
        Assert.Equal(["from one", "from other"], await one.Reads(conversation));
    }

    [Fact]
    public async Task Both_are_rung_when_something_is_said_read_or_unsent()
    {
        var (one, other) = await Friends();
        var conversation = await one.Open(other);
        await using var ears = await EventStream.Open(other, "home");
        var message = await one.Said(conversation, "ring");
        await Rung(ears);
        await using var own = await EventStream.Open(one, "home");
        await other.MarkRead(conversation, message);
        await Rung(own);
        await one.DeleteAsync($"api/messages/{conversation}/messages/{message}").Ok(HttpStatusCode.NoContent);
        await Rung(ears);
    }

    private static async Task Rung(EventStream ears)
    {
        // Other things of the member may ring before, such as the friendship's notification.
        while (!(await ears.Next("notice")).GetProperty("kinds").EnumerateArray().Any(kind => kind.GetString() == "message"))
        {
        }
    }

    private static async Task Block(HttpClient one, HttpClient other) =>
        await one.PutAsync($"api/blocks/{await SharedTown.Handle(other)}", null).Ok(HttpStatusCode.NoContent);

    private static async Task<string> Read(HttpClient reader, string conversation, HttpClient other)
    {
        var handle = await SharedTown.Handle(other);
        return (await reader.See(conversation)).GetProperty("members").EnumerateArray()
            .Single(one => one.GetProperty("member").GetProperty("handle").GetString() == handle).GetProperty("read").GetString()!;
    }

    private async Task<(HttpClient One, HttpClient Other)> Friends()
    {
        var (one, other) = (await shared.Member(), await shared.Member());
        await Talk.Befriend(one, other);
        return (one, other);
    }
}
