using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;

namespace OrleansMixi.Live;

[Collection(nameof(TownCollection))]
public sealed class StreamTests(SharedTown shared)
{
    [Fact]
    public async Task Posts_edits_and_deletes_arrive_as_they_happen_in_the_authors_order()
    {
        var (taro, hanako) = await Pair();
        await using var stream = await EventStream.Open(hanako, "home");
        var first = await taro.Post("one");
        await taro.Post("two");
        await taro.Post("three");
        Assert.Equal(["one", "two", "three"], await stream.Texts(3));
        await taro.Json(HttpMethod.Patch, $"api/posts/{first.Id()}", """{"text":"uno"}""").Ok(HttpStatusCode.OK);
        Assert.Equal("uno", (await stream.Next("update")).GetProperty("updates")[0].GetProperty("text").GetString());
        await taro.DeleteAsync($"api/posts/{first.Id()}").Ok(HttpStatusCode.NoContent);
        Assert.Equal(first.Id(), (await stream.Next("delete")).GetProperty("deletes")[0].GetString());
    }

    [Fact]
    public async Task A_reader_that_comes_back_gets_exactly_what_it_missed()
    {
        var (taro, hanako) = await Pair();
        var old = await taro.Post("old");
        await hanako.Shows("old");
        string? cursor;
        await using (var stream = await EventStream.Open(hanako, "home"))
        {
            await taro.Post("seen");
            await stream.Texts(1);
            cursor = stream.Cursor;
        }

        await taro.Post("missed 1");
        await taro.Json(HttpMethod.Patch, $"api/posts/{old.Id()}", """{"text":"older"}""").Ok(HttpStatusCode.OK);
        await taro.Post("missed 2");
        await using var again = await EventStream.Open(hanako, "home", cursor);
        var (posts, updates) = await again.Heard(3);
        Assert.Equal(["missed 1", "missed 2"], posts);
        Assert.Equal(["older"], updates);
        await taro.Post("live");
        Assert.Equal(["live"], await again.Texts(1));
    }

    [Fact]
    public async Task A_cursor_of_another_database_is_answered_with_a_reset_and_rubbish_is_refused()
    {
        var (taro, hanako) = await Pair();
        await using var stream = await EventStream.Start(hanako, "home", new Cursor(1, new long[8]).Encode());
        await stream.Next("reset");
        await taro.Post("after the reset");
        Assert.Equal(["after the reset"], await stream.Texts(1));

        Assert.True(Cursor.TryDecode(stream.Cursor, out var here));
        await using var ahead = await EventStream.Start(hanako, "home", new Cursor(here.Epoch, [.. here.Vector.Select(id => id + (1L << 40))]).Encode());
        await ahead.Next("reset");
        await hanako.GetAsync("api/stream?topics=home&cursor=rubbish").Refused(400, "cursor-invalid");
        await hanako.GetAsync("api/stream?topics=").Refused(400, "invalid");
        await hanako.GetAsync("api/stream?topics=user:nobody-at-all").Refused(404, "not-found");
        await shared.Town.Client().GetAsync("api/stream?topics=home").Refused(401, "unauthenticated");
    }

    [Fact]
    public async Task A_reader_that_takes_nothing_gets_a_gap_and_holds_up_nobody()
    {
        var (taro, hanako) = await Pair();
        using var lazy = new TcpClient { ReceiveBufferSize = 4_096 };
        await lazy.ConnectAsync("localhost", shared.Town.Port);
        await lazy.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"GET /api/stream?topics=home HTTP/1.1\r\nHost: localhost:{shared.Town.Port}\r\nAuthorization: {hanako.DefaultRequestHeaders.Authorization}\r\n\r\n"));
        var first = new byte[1];
        await lazy.GetStream().ReadExactlyAsync(first);
        await using var quick = await EventStream.Open(hanako, "home");
        var text = new string('字', 30_000);
        for (var turn = 0; turn < 150; turn++)
        {
            await taro.Post($"{turn} {text}"[..29_000], ""","kind":"diary" """);
            Assert.StartsWith($"{turn} ", Assert.Single(await quick.Texts(1)), StringComparison.Ordinal);
        }

        var heard = new StringBuilder();
        var buffer = new byte[65_536];
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!heard.ToString().Contains("event: gap", StringComparison.Ordinal))
        {
            heard.Clear().Append(heard.Length > 0 ? heard.ToString(Math.Max(0, heard.Length - 20), Math.Min(20, heard.Length)) : "");
            heard.Append(Encoding.UTF8.GetString(buffer, 0, await lazy.GetStream().ReadAsync(buffer, deadline.Token)));
        }
    }

    [Fact]
    public async Task A_narrower_audience_takes_a_post_from_those_who_may_no_longer_see_it_and_tells_others_nothing()
    {
        var (taro, hanako) = await Pair();
        await using var stream = await EventStream.Open(hanako, "home");
        var shown = await taro.Post("for all");
        var hidden = await taro.Post("for me", ""","audience":"me" """);
        Assert.Equal(["for all"], await stream.Texts(1));
        await taro.Json(HttpMethod.Patch, $"api/posts/{hidden.Id()}", """{"text":"still for me"}""").Ok(HttpStatusCode.OK);
        await taro.DeleteAsync($"api/posts/{hidden.Id()}").Ok(HttpStatusCode.NoContent);
        await taro.Json(HttpMethod.Patch, $"api/posts/{shown.Id()}", """{"audience":"friends"}""").Ok(HttpStatusCode.OK);
        Assert.Equal([shown.Id()], (await stream.Next("delete")).GetProperty("deletes").EnumerateArray().Select(id => id.GetString()));
    }

    [Fact]
    public async Task Unfollowing_holds_at_once_in_the_live_stream()
    {
        var (taro, hanako) = await Pair();
        using var leo = await shared.Member();
        await hanako.PutAsync($"api/follows/user:{await SharedTown.Handle(leo)}", null).Ok(HttpStatusCode.NoContent);
        await using var stream = await EventStream.Open(hanako, "home");
        await hanako.DeleteAsync($"api/follows/user:{await SharedTown.Handle(taro)}").Ok(HttpStatusCode.NoContent);
        await taro.Post("unheard");
        await leo.Post("heard");
        Assert.Equal(["heard"], await stream.Texts(1));
    }

    [Fact]
    public async Task A_revoked_token_ends_its_live_stream_and_is_refused_from_then_on()
    {
        var (_, hanako) = await Pair();
        await using var stream = await EventStream.Open(hanako, "home");
        var number = (await hanako.GetFromJsonAsync<JsonElement>("api/me/tokens"))[0].GetProperty("number").GetInt32();
        await hanako.DeleteAsync($"api/me/tokens/{number}").Ok(HttpStatusCode.NoContent);
        await stream.Ended.WaitAsync(TimeSpan.FromSeconds(10));
        await hanako.GetAsync("api/timeline").Refused(401, "unauthenticated");
    }

    [Fact]
    public async Task Polling_tells_the_same_with_the_same_cursor()
    {
        var (taro, hanako) = await Pair();
        var start = (await hanako.GetFromJsonAsync<JsonElement>("api/timeline")).GetProperty("cursor").GetString();
        await taro.Post("polled");
        var answer = await Awaited(hanako, start);
        Assert.Equal("polled", Assert.Single(answer.GetProperty("items").EnumerateArray()).GetProperty("post").GetProperty("text").GetString());
        var waiting = Awaited(hanako, answer.GetProperty("cursor").GetString());
        await taro.Post("awaited");
        Assert.Equal("awaited", Assert.Single((await waiting).GetProperty("items").EnumerateArray()).GetProperty("post").GetProperty("text").GetString());
    }

    /// <summary>The first answer with a post; one that only tells of a notice is followed by the next.</summary>
    private static async Task<JsonElement> Awaited(HttpClient reader, string? cursor)
    {
        while (true)
        {
            var answer = await reader.GetFromJsonAsync<JsonElement>($"api/stream/poll?topics=home&wait=20&cursor={cursor}");
            if (answer.GetProperty("items").GetArrayLength() > 0)
            {
                return answer;
            }

            Assert.NotEmpty(answer.GetProperty("notices").EnumerateArray());
            cursor = answer.GetProperty("cursor").GetString();
        }
    }

    [Fact]
    public async Task Strangers_watch_public_topics_and_foreign_pages_watch_nothing()
    {
        using var taro = await shared.Member();
        using var stranger = shared.Town.Client();
        await using var stream = await EventStream.Open(stranger, $"user:{await SharedTown.Handle(taro)}");
        await taro.Post("for friends", ""","audience":"friends" """);
        await taro.Post("for all");
        Assert.Equal(["for all"], await stream.Texts(1));
        var foreign = new HttpRequestMessage(HttpMethod.Get, "api/stream?topics=news:sports");
        foreign.Headers.Add("Origin", "https://evil.example");
        await stranger.SendAsync(foreign).Refused(403, "forbidden");
    }

    private async Task<(HttpClient Taro, HttpClient Hanako)> Pair()
    {
        var (taro, hanako) = (await shared.Member(), await shared.Member());
        await hanako.PutAsync($"api/follows/user:{await SharedTown.Handle(taro)}", null).Ok(HttpStatusCode.NoContent);
        return (taro, hanako);
    }
}
