using System.Globalization;
using System.Text.RegularExpressions;
using OrleansMixi.Hosting;
using OrleansMixi.Live;

namespace OrleansMixi.Api;

/// <summary>A host with tight settings of its own.</summary>
public sealed partial class LimitTests : IAsyncLifetime
{
    private readonly TempDatabase _database = new();
    private TownProcess _town = null!;
    private HttpClient _taro = null!;

    public async ValueTask InitializeAsync()
    {
        _town = await TownProcess.Start(
            _database.ConnectionString, "Production", ("Mixi__Limits__WritesPerWindow", "5"), ("Mixi__PublicReading", "false"), ("Mixi__Timelines__ResumeLimit", "2"));
        _taro = (await _town.Members(await _town.Token("op", "read,post,admin"), "taro"))[0];
    }

    public async ValueTask DisposeAsync()
    {
        await _town.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public async Task A_member_who_writes_too_much_is_told_when_to_go_on_and_what_the_operator_could_raise()
    {
        for (var turn = 0; turn < 5; turn++)
        {
            await _taro.Post($"{turn}", key: $"{turn}");
        }

        var answer = await _taro.Json(HttpMethod.Post, "api/posts", """{"text":"one too many"}""");
        Assert.True(answer.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        var problem = await Task.FromResult(answer).Refused(429, "rate-limited");
        Assert.Contains("Mixi:Limits:WritesPerWindow = 5", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);

        // What was posted already may be asked for again: that writes nothing.
        await _taro.Post("4", key: "4");
        Assert.Equal(["4", "3", "2", "1", "0"], await _taro.Texts("api/timeline"));
    }

    [Fact]
    public async Task Where_strangers_may_not_read_they_see_nothing_on_any_path()
    {
        var post = await _taro.Post("for everyone in here");
        using var stranger = _town.Client();
        foreach (var path in new[] { "api/feeds/user:taro", $"api/posts/{post.Id()}", "api/members/taro", "api/stream?topics=user:taro", "feeds/user:taro.atom", "api/stream/poll?topics=user:taro" })
        {
            await stranger.GetAsync(path).Refused(401, "unauthenticated");
        }

        foreach (var page in new[] { "", "user/taro", $"post/{post.Id()}" })
        {
            var answer = await stranger.GetAsync(page);
            Assert.DoesNotContain("for everyone in here", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_reader_away_for_too_long_gets_a_reset_and_the_books_balance()
    {
        string cursor;
        await using (var stream = await EventStream.Open(_taro, "home"))
        {
            await _taro.Post("0");
            await stream.Texts(1);
            cursor = stream.Cursor!;
        }

        await _taro.Post("1");
        await _taro.Post("2");
        await using (var back = await EventStream.Open(_taro, "home", cursor))
        {
            Assert.Equal(["1", "2"], await back.Texts(2));
        }

        await _taro.Post("3");
        await _taro.Shows("3", "2", "1", "0");
        await using (var late = await EventStream.Start(_taro, "home", cursor))
        {
            await late.Next("reset");
        }

        using var stranger = _town.Client();
        var metrics = await stranger.GetStringAsync("metrics");
        Assert.Equal(Sum(metrics, "mixi_timeline_followers"), Sum(metrics, "mixi_timeline_appended") + Sum(metrics, "mixi_timeline_cold"));
        Assert.Equal(4, Sum(metrics, "mixi_timeline_followers"));
        Assert.Equal(
            Sum(metrics, "mixi_live_expected"),
            Sum(metrics, "mixi_live_sent") + Sum(metrics, "mixi_live_filtered") + Sum(metrics, "mixi_live_gapped") + Sum(metrics, "mixi_live_left") + Sum(metrics, "mixi_live_pending"));

        // Posts may have met the connections of readers who left before their ends were noticed.
        Assert.InRange(Sum(metrics, "mixi_live_sent"), 3, 8);
    }

    private static double Sum(string metrics, string name) =>
        Sample().Matches(metrics).Where(match => match.Groups[1].Value.StartsWith(name, StringComparison.Ordinal))
            .Sum(match => double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^([a-z_]+)(?:\{[^}]*\})? ([0-9.eE+-]+)", RegexOptions.Multiline)]
    private static partial Regex Sample();
}
