using System.CommandLine;
using System.Text.Json;

namespace OrleansMixi.Hammer;

public sealed class HammerTests
{
    [Theory]
    [InlineData("sse")]
    [InlineData("signalr")]
    public async Task A_server_that_delivers_everything_once_passes_with_balanced_books(string transport)
    {
        await using var fake = await FakeMixi.Start();
        var (code, output, error) = await Hammer(fake, "--transport", transport, "--json");

        Assert.True(code == 0, output + error);
        var line = Json(output);
        Assert.Equal($"hammer-{transport}", line.GetProperty("name").GetString());
        Assert.Equal("deliveries/s", line.GetProperty("unit").GetString());
        Assert.True(line.GetProperty("postsPerSecond").GetDouble() > 0);
        Assert.True(line.GetProperty("value").GetDouble() > line.GetProperty("postsPerSecond").GetDouble());
        Assert.True(line.GetProperty("ackMs").GetProperty("p50").GetDouble() > 0);
        Assert.True(line.GetProperty("latencyMs").GetProperty("p999").GetDouble() > 0);
        Assert.Equal(60, fake.Posts);
        Assert.Equal(10, fake.Streams);
        // Ten readers who follow three of the ten each, and themselves: 60 posts go to 4 homes on average.
        Assert.InRange(Book(line, "expected"), 100, 480);
        Assert.Equal(Book(line, "expected"), Book(line, "delivered"));
    }

    [Theory]
    [InlineData("sse", FakeFault.Lose, "lost")]
    [InlineData("sse", FakeFault.Duplicate, "duplicated")]
    [InlineData("sse", FakeFault.Swap, "outOfOrder")]
    [InlineData("sse", FakeFault.GapWithoutTimeline, "lost")]
    [InlineData("sse", FakeFault.Misdirect, "unexpected")]
    [InlineData("signalr", FakeFault.Lose, "lost")]
    [InlineData("signalr", FakeFault.Duplicate, "duplicated")]
    [InlineData("signalr", FakeFault.Swap, "outOfOrder")]
    public async Task A_server_that_breaks_its_word_once_fails_and_the_fault_is_counted_once(string transport, FakeFault fault, string column)
    {
        await using var fake = await FakeMixi.Start(fault);
        var (code, output, error) = await Hammer(fake, "--transport", transport, "--json");

        Assert.True(code == 1, output + error);
        var line = Json(output);
        Assert.Equal(1, Book(line, column));
        Assert.Equal(1, Book(line, "lost") + Book(line, "duplicated") + Book(line, "outOfOrder") + Book(line, "unexpected") + Book(line, "pending"));
    }

    [Theory]
    [InlineData("sse")]
    [InlineData("signalr")]
    public async Task An_announced_gap_that_the_timeline_fills_passes(string transport)
    {
        await using var fake = await FakeMixi.Start(FakeFault.Gap);
        var (code, output, error) = await Hammer(fake, "--transport", transport, "--json");

        Assert.True(code == 0, output + error);
        Assert.Equal(1, Book(Json(output), "gapped"));
        Assert.Equal(Book(Json(output), "expected") - 1, Book(Json(output), "delivered"));
    }

    [Fact]
    public async Task A_gap_far_back_is_looked_for_over_the_pages_of_the_timeline()
    {
        await using var fake = await FakeMixi.Start(FakeFault.Gap);
        var (code, output, error) = await Hammer(fake, "--members", "3", "--mean-followers", "2", "--rate", "500", "--json");

        Assert.True(code == 0, output + error);
        Assert.Equal(3, fake.Pages);
        Assert.Equal(1, Book(Json(output), "gapped"));
    }

    [Theory]
    [InlineData("sse")]
    [InlineData("signalr")]
    public async Task Readers_who_are_cut_resume_without_loss_or_repetition(string transport)
    {
        await using var fake = await FakeMixi.Start();
        var (code, output, error) = await Hammer(fake, "--transport", transport, "--cut", "0.1");

        Assert.True(code == 0, output + error);
        Assert.True(fake.Streams > 20, $"{fake.Streams} streams were opened");
    }

    [Fact]
    public async Task A_server_that_forgets_to_answer_is_asked_again_under_the_same_key()
    {
        await using var fake = await FakeMixi.Start(flaky: true);
        var (code, output, error) = await Hammer(fake);

        Assert.True(code == 0, output + error);
        Assert.Equal(60, fake.Posts);
    }

    [Fact]
    public async Task A_limit_of_the_server_ends_the_run_and_names_the_option()
    {
        await using var fake = await FakeMixi.Start(limit: 10);
        var (code, _, error) = await Hammer(fake);

        Assert.Equal(2, code);
        Assert.Contains("Mixi:Limits:WritesPerWindow", error);
        Assert.Contains("Too many writes", error);
    }

    [Theory]
    [InlineData("--url http://mixi.example", "only hits")]
    [InlineData("--url nowhere", "nowhere")]
    [InlineData("--url http://127.0.0.1:1", "Start the server")]
    [InlineData("--max-posts 10", "--max-posts")]
    [InlineData("--readers 11", "--readers")]
    [InlineData("--rate 0", "--rate")]
    [InlineData("--transport pigeon", "pigeon")]
    [InlineData("--wings 2", "--wings")]
    public async Task Wrong_usage_or_nobody_there_is_exit_code_2_with_what_to_change(string extra, string told)
    {
        await using var fake = await FakeMixi.Start();
        var (code, _, error) = await Hammer(fake, extra.Split(' '));

        Assert.Equal(2, code);
        Assert.Contains(told, error);
    }

    private static async Task<(int Code, string Output, string Error)> Hammer(FakeMixi fake, params string[] extra)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] standard =
        [
            "--url", fake.Url, "--token", "op", "--members", "10", "--mean-followers", "3", "--rate", "100", "--seconds", "0.5", "--warmup", "0.1",
            "--drain", "0.3",
        ];
        var args = standard.Chunk(2).Where(pair => !extra.Contains(pair[0])).SelectMany(pair => pair).Concat(extra);
        var code = await Program.Run(["hammer", .. args], new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private static JsonElement Json(string output) => JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]).RootElement;

    private static long Book(JsonElement line, string column) => line.GetProperty("books").GetProperty(column).GetInt64();
}
