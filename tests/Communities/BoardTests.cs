using System.Net;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;

namespace OrleansMixi.Communities;

[Collection(nameof(TownCollection))]
public sealed class BoardTests(SharedTown shared)
{
    [Fact]
    public async Task Topics_stand_in_the_order_of_their_last_comment()
    {
        var (founder, member) = (await shared.Member(), await shared.Member());
        var slug = await founder.Found();
        await member.Join(slug).Ok(HttpStatusCode.NoContent);
        var first = await member.Send($"{slug}/topics", """{"title":"自己紹介","text":"はじめまして"}""").Made();
        var second = await founder.Send($"{slug}/topics", """{"title":"雑談","text":"どうぞ"}""").Made();
        Assert.Equal(["雑談", "自己紹介"], await Titles(member, slug));
        await founder.Post("ようこそ", $""","replyTo":"{first.Id()}" """);
        Assert.Equal(["自己紹介", "雑談"], await Titles(member, slug));
        Assert.Equal(("topic", "community:" + slug), (second.GetProperty("kind").GetString(), second.GetProperty("topic").GetString()));
        await member.Shows("ようこそ", "どうぞ", "はじめまして");
    }

    [Fact]
    public async Task Where_only_staff_begins_topics_members_comment()
    {
        var (founder, member, stranger) = (await shared.Member(), await shared.Member(), await shared.Member());
        var slug = await founder.Found(""","posting":"staff" """);
        await member.Join(slug).Ok(HttpStatusCode.NoContent);
        await member.Send($"{slug}/topics", """{"title":"a","text":"b"}""").Refused(403, "forbidden");
        await member.Send($"{slug}/events", Party("7")).Refused(403, "forbidden");
        var topic = await founder.Send($"{slug}/topics", """{"title":"rules","text":"be kind"}""").Made();
        await member.Post("yes", $""","replyTo":"{topic.Id()}" """);
        await stranger.Json(HttpMethod.Post, "api/posts", $$"""{"text":"hi","replyTo":"{{topic.Id()}}"}""").Refused(403, "forbidden");
        await founder.Put($"{slug}/staff/{await SharedTown.Handle(member)}", """{"rights":["board"]}""").Ok(HttpStatusCode.NoContent);
        await member.Send($"{slug}/topics", """{"title":"a","text":"b"}""").Made();
    }

    [Fact]
    public async Task The_same_key_begins_one_topic()
    {
        var founder = await shared.Member();
        var slug = await founder.Found();
        var path = $"api/communities/{slug}/topics";
        var one = await founder.Json(HttpMethod.Post, path, """{"title":"once","text":"only"}""", "k1").Made();
        var two = await founder.Json(HttpMethod.Post, path, """{"title":"once","text":"only"}""", "k1").Made();
        Assert.Equal(one.Id(), two.Id());
        Assert.Equal(["once"], await Titles(founder, slug));
        await founder.Send($"{slug}/topics", """{"title":" ","text":"only"}""").Refused(400, "invalid");
    }

    [Fact]
    public async Task A_deleted_topic_leaves_the_board()
    {
        var founder = await shared.Member();
        var slug = await founder.Found();
        var topic = await founder.Send($"{slug}/topics", """{"title":"oops","text":"wrong place"}""").Made();
        await founder.DeleteAsync($"api/posts/{topic.Id()}", TestContext.Current.CancellationToken).Ok(HttpStatusCode.NoContent);
        Assert.Empty(await Titles(founder, slug));
    }

    [Fact]
    public async Task Of_a_hundred_who_take_part_at_once_as_many_come_in_as_there_are_places()
    {
        var founder = await shared.Member();
        var slug = await founder.Found();
        var party = await founder.Send($"{slug}/events", Party("7")).Made();
        var id = party.GetProperty("post").Id();
        var handles = Enumerable.Range(0, 100).Select(turn => $"{slug}g{turn}").ToArray();
        var guests = await shared.Town.Members(shared.Admin, handles);
        await Task.WhenAll(guests.Select(guest => guest.Join(slug).Ok(HttpStatusCode.NoContent)));
        var answers = await Task.WhenAll(guests.Select(guest => guest.Put($"{slug}/events/{id}/participants/me")));
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.NoContent));
        Assert.Equal(93, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));

        var seen = await founder.Get($"{slug}/events/{id}");
        Assert.Equal((7, 7), (seen.GetProperty("joined").GetInt32(), seen.GetProperty("participants").GetArrayLength()));
        var inside = guests[Array.FindIndex(answers, answer => answer.StatusCode == HttpStatusCode.NoContent)];
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => inside.Put($"{slug}/events/{id}/participants/me").Ok(HttpStatusCode.NoContent)));
        await inside.Undo($"{slug}/events/{id}/participants/me").Ok(HttpStatusCode.NoContent);
        await inside.Undo($"{slug}/events/{id}/participants/me").Ok(HttpStatusCode.NoContent);
        Assert.Equal(6, (await founder.Get($"{slug}/events/{id}")).GetProperty("joined").GetInt32());
        var outside = guests[Array.FindIndex(answers, answer => answer.StatusCode == HttpStatusCode.Conflict)];
        await outside.Put($"{slug}/events/{id}/participants/me").Ok(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task An_event_is_told_in_the_clock_of_its_zone_and_listed_in_the_order_of_dates()
    {
        var (founder, member) = (await shared.Member(), await shared.Member());
        var slug = await founder.Found();
        await member.Join(slug).Ok(HttpStatusCode.NoContent);
        var day = TimeProvider.System.GetUtcNow().AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await founder.Send($"{slug}/events", """{"title":"never","text":"b","starts":"0001-01-01T00:00","zone":"Asia/Tokyo"}""").Refused(400, "invalid");
        await founder.Send($"{slug}/events", $$"""{"title":"later","text":"b","starts":"{{day}}T20:00","zone":"Europe/Lisbon"}""").Made();
        var tokyo = await founder.Send($"{slug}/events", $$"""{"title":"sooner","text":"b","starts":"{{day}}T19:30","zone":"Asia/Tokyo","place":"港の公園"}""").Made();
        Assert.Equal(($"{day}T10:30:00Z", $"{day}T19:30", "港の公園"), (tokyo.GetProperty("starts").GetString()!.Replace(".000", "", StringComparison.Ordinal), tokyo.GetProperty("local").GetString(), tokyo.GetProperty("place").GetString()));
        Assert.Equal(["sooner", "later"], await Events(member, $"api/communities/{slug}/events"));
        Assert.Equal(["sooner", "later"], await Events(member, "api/me/events"));
        await founder.Send($"{slug}/events", $$"""{"title":"x","text":"b","starts":"{{day}}T19:30","zone":"Nowhere/Else"}""").Refused(400, "invalid");
        await founder.Send($"{slug}/events", """{"title":"x","text":"b","starts":"2020-01-01T19:30","zone":"UTC"}""").Refused(400, "invalid");

        var id = tokyo.GetProperty("post").Id();
        await member.Json(HttpMethod.Patch, $"api/communities/{slug}/events/{id}", """{"cancelled":true}""").Refused(403, "forbidden");
        await founder.Json(HttpMethod.Patch, $"api/communities/{slug}/events/{id}", """{"cancelled":true,"place":"屋内"}""").Ok(HttpStatusCode.OK);
        await member.Put($"{slug}/events/{id}/participants/me").Refused(409, "conflict");
        var deed = (await founder.Deed(slug, "cancelled")).GetProperty("number").GetString();
        await founder.Send($"{slug}/log/{deed}/undo", "{}").Ok(HttpStatusCode.NoContent);
        await member.Put($"{slug}/events/{id}/participants/me").Ok(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Polls_pins_and_more_communities_need_the_founders_premium()
    {
        using var admin = shared.Town.Client(shared.Admin);
        var founder = await shared.Member();
        var slug = await founder.Found();
        var topic = await founder.Send($"{slug}/topics", """{"title":"pin me","text":"up"}""").Made();
        await founder.Send($"{slug}/polls", Poll("2")).Refused(403, "forbidden");
        await founder.Put($"{slug}/pinned/{topic.Id()}").Refused(403, "forbidden");

        var plan = $"api/admin/plans/{await SharedTown.Handle(founder)}";
        await admin.Json(HttpMethod.Put, plan, $$"""{"plan":"premium","ends":"{{TimeProvider.System.GetUtcNow().AddDays(1):O}}"}""").Ok(HttpStatusCode.OK);
        await founder.Send($"{slug}/polls", Poll("11")).Refused(400, "invalid");
        var poll = await founder.Send($"{slug}/polls", Poll("2")).Made();
        Assert.Equal(JsonValueKind.Null, poll.GetProperty("votes").ValueKind);
        await founder.Put($"{slug}/pinned/{topic.Id()}").Ok(HttpStatusCode.NoContent);
        await founder.Send($"{slug}/topics", """{"title":"newer","text":"up"}""").Made();
        Assert.Equal(["pin me", "newer"], await Titles(founder, slug));
        for (var more = 2; more <= 30; more++)
        {
            await founder.Found();
        }

        await founder.Json(HttpMethod.Post, "api/communities", """{"slug":"one-too-many","title":"x"}""").Refused(409, "conflict");

        // What was pinned stays; nothing is pinned anew.
        await admin.DeleteAsync(plan).Ok(HttpStatusCode.NoContent);
        await founder.Send($"{slug}/polls", Poll("2")).Refused(403, "forbidden");
        Assert.Equal("pin me", (await Titles(founder, slug))[0]);
    }

    private static string Party(string places) =>
        $$"""{"title":"花見","text":"桜の下で","starts":"{{TimeProvider.System.GetUtcNow().AddDays(10):yyyy-MM-dd}}T12:00","zone":"Asia/Tokyo","places":{{places}}}""";

    private static string Poll(string options) =>
        $$"""{"question":"どれ？","options":[{{string.Join(',', Enumerable.Range(1, int.Parse(options, System.Globalization.CultureInfo.InvariantCulture)).Select(number => $"\"{number}\""))}}],"ends":"{{TimeProvider.System.GetUtcNow().AddDays(1):O}}"}""";

    private static async Task<IReadOnlyList<string>> Titles(HttpClient member, string slug) =>
        [.. (await member.Get($"{slug}/topics")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("post").GetProperty("title").GetString()!)];

    private static async Task<IReadOnlyList<string>> Events(HttpClient member, string path) =>
        [.. JsonDocument.Parse(await member.GetStringAsync(path)).RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("post").GetProperty("title").GetString()!)];
}
