using System.Diagnostics;
using System.Globalization;
using OrleansMixi.Hammer;
using OrleansMixi.Push;
using OrleansMixi.Towns;

namespace OrleansMixi.EndToEnd;

/// <summary>Measures the whole way of a post at each rate, in interleaved rounds: the server has processor 0, the load and PostgreSQL processor 1.</summary>
internal sealed class EndToEndRun(EndToEndOptions options, TextWriter notes)
{
    private const int MainRate = 1_000;
    private const double WarmUp = 12;
    private readonly Dictionary<int, List<EndToEndTurn>> _turns = [];

    public async Task<Result> Run()
    {
        var clock = Stopwatch.StartNew();
        await Processors.Keep("1");

        // .NET waits for a quiet moment before it optimises what it runs; under a steady load on one processor that moment
        // does not come. The server is told not to wait, as after an hour's work.
        Environment.SetEnvironmentVariable("DOTNET_TC_CallCountingDelayMs", "0");
        try
        {
            var graph = new PushGraph(options.Readers, options.Authors, options.Reached * options.Authors / options.Readers);
            await using var town = await ReaderTown.Start(graph, "0");
            using var crowd = await Crowd.Connect(town, graph);
            notes.WriteLine($"{options.Readers:N0} readers and {options.Authors:N0} authors after {clock.Elapsed.TotalSeconds:F0} s");
            foreach (var rate in options.Rates)
            {
                // Gently at first: what is not warm yet is not to be flooded.
                Tell(rate, await crowd.Run(Math.Min(rate, MainRate), WarmUp), "warm-up");
            }

            for (var round = 1; round <= options.Rounds; round++)
            {
                foreach (var rate in options.Rates)
                {
                    var turn = await crowd.Run(rate, options.Seconds);
                    Tell(rate, turn, $"round {round}");
                    (_turns.TryGetValue(rate, out var turns) ? turns : _turns[rate] = []).Add(turn);
                }
            }

            return Sum(clock.Elapsed.TotalSeconds, crowd.Books);
        }
        finally
        {
            await Processors.Keep("0,1");
        }
    }

    private Result Sum(double seconds, ResultBooks books)
    {
        var rate = options.Rates.Contains(MainRate) ? MainRate : options.Rates[0];
        var halves = _turns[rate].Select(turn => turn.Frames.P50).ToArray();
        return new("endtoend", Math.Round(seconds), options.Rounds, $"ms p50 at {Spell(rate)} posts/s", Result.Median(halves), halves.Min(), halves.Max())
        {
            LessIsBetter = true,
            LatencyMs = Median(_turns[rate], turn => turn.Frames),
            Books = books,
            PostsPerSecond = rate,
            Rows = [.. _turns.SelectMany(turns => Rows(turns.Key, turns.Value))],
        };
    }

    private static IEnumerable<ResultRow> Rows(int rate, List<EndToEndTurn> turns)
    {
        var (frames, answers) = (Median(turns, turn => turn.Frames), Median(turns, turn => turn.Answers));
        yield return new($"{Spell(rate)} posts/s: post → frame at the reader", "ms p50", frames.P50, LatencyMs: frames);
        yield return new($"{Spell(rate)} posts/s: post → answer to its author", "ms p50", answers.P50, LatencyMs: answers);
        yield return new($"{Spell(rate)} posts/s: of the server's processor", "%", Math.Round(100 * Result.Median(turns.Select(turn => turn.Busy))));
    }

    private void Tell(int rate, EndToEndTurn turn, string round) => notes.WriteLine(
        $"{Spell(rate)} posts/s, {round}: frames {turn.Frames}, answers {turn.Answers}, server {turn.Busy:P0}, behind {turn.Behind:F2} s");

    private static Percentiles Median(List<EndToEndTurn> turns, Func<EndToEndTurn, Percentiles> times) => new(
        Result.Median(turns.Select(turn => times(turn).P50)), Result.Median(turns.Select(turn => times(turn).P99)), Result.Median(turns.Select(turn => times(turn).P999)));

    private static string Spell(int rate) => rate.ToString("N0", CultureInfo.InvariantCulture);
}
