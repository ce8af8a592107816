using System.Diagnostics;
using System.Globalization;
using OrleansMixi.Hammer;
using OrleansMixi.Push;
using OrleansMixi.Towns;

namespace OrleansMixi.Town;

/// <summary>
/// Measures a town under a mixed load: the highest rate held, kinds at a share of it, what one request of each kind costs,
/// and many reactions to one post. The server has processor 0, the load and PostgreSQL processor 1.
/// </summary>
internal sealed class TownRun(TownOptions options, TextWriter notes)
{
    private const int Connections = 128, AloneRate = 100;
    private readonly PushLatencies _frames = new();

    public async Task<Result> Run()
    {
        await Keep("1");

        // As in endtoend: the server is told not to wait for a quiet moment before it optimises what it runs.
        Environment.SetEnvironmentVariable("DOTNET_TC_CallCountingDelayMs", "0");
        try
        {
            return await Measure();
        }
        finally
        {
            await Keep("0,1");
        }
    }

    private async Task<Result> Measure()
    {
        var clock = Stopwatch.StartNew();
        var graph = new TownGraph(options.Members, options.Communities);
        await using var town = await TownServer.Start(graph, options.Pinned ? "0" : "0,1");
        var books = new TownBooks();
        var script = new TownScript(graph, town.People, books);
        await using var load = new TownLoad(town, Connections);
        using var http = new HttpClient { BaseAddress = town.Server.Address };
        var readers = Enumerable.Range(0, options.Readers).Select(reader => new TownReader(reader, "home", books, _frames)).ToList();
        await Task.WhenAll(readers.Select(reader => reader.Open(http, town.People.Token(reader.Member))));
        notes.WriteLine($"{options.Members:N0} members, {options.Communities} communities and {readers.Count} live readers after {clock.Elapsed.TotalSeconds:F0} s");

        Tell("warm-up", await load.Run(options.Rate, options.WarmUp, script.Any));
        var search = new TownSearch(load, script, options, notes);
        var near = await search.Rise();
        var (held, turns) = (new List<double>(), new List<TownTurn>());
        _frames.Clear();
        for (var round = 1; round <= options.Rounds; round++)
        {
            near = await search.Refine((int)(0.9 * near));
            held.Add(near);
            var turn = await load.Run((int)(options.Share * near), options.Seconds, script.Any);
            Tell($"round {round}, {options.Share:P0} of {near:N0}/s", turn);
            turns.Add(turn);
        }

        var costs = await Costs(load, script);
        var frames = _frames.Percentiles();
        var hot = options.HotSeconds > 0 ? await new TownHot(town, graph, script, books, options).Run(load, Math.Max(1, (int)(options.Share / 2 * held.Min()))) : null;
        using var audit = new TownAudit(town, graph, books, readers);
        var balances = await audit.Balance();
        readers.ForEach(reader => reader.Dispose());
        return Sum(clock.Elapsed.TotalSeconds, held, turns, costs, frames, hot, balances, load.Fault);
    }

    /// <summary>Processor time of one request of each kind, measured alone, less what the town needs when nobody asks.</summary>
    private async Task<Dictionary<TownKind, (double Server, double Database)>> Costs(TownLoad load, TownScript script)
    {
        var idle = await load.Rest(options.Alone);
        var costs = new Dictionary<TownKind, (double, double)>();
        foreach (var kind in TownMix.Kinds)
        {
            var turn = await load.Run(AloneRate, options.Alone, due => script.Of(kind, due));
            costs[kind] = (Each(turn, turn.Server, idle.Server / options.Alone), Each(turn, turn.Database, idle.Database / options.Alone));
        }

        return costs;

        static double Each(TownTurn turn, TimeSpan spent, TimeSpan idle) =>
            Math.Max(0, Math.Round((spent - (idle * turn.Seconds)).TotalMicroseconds / Math.Max(1, turn.Served)));
    }

    private Result Sum(
        double seconds, List<double> held, List<TownTurn> turns, Dictionary<TownKind, (double Server, double Database)> costs, Percentiles frames, HotTurn? hot,
        IReadOnlyDictionary<string, LedgerBalance> balances, string? fault)
    {
        var kinds = TownMix.Kinds.ToDictionary(TownMix.Name, kind => new KindFigures(
            Math.Round(Result.Median(turns.Select(turn => turn.Answered[kind] / turn.Seconds)), 1),
            Result.Median(turns.Select(turn => turn.Kinds[kind].P50)),
            Result.Median(turns.Select(turn => turn.Kinds[kind].P99)),
            turns.Sum(turn => (long)turn.Errors[kind]),
            costs[kind].Server,
            costs[kind].Database));
        var all = balances.Values.Aggregate((sum, one) => sum + one);
        Table(kinds, balances, fault);
        return new("town", Math.Round(seconds), options.Rounds, $"requests/s with p99 under {options.Ceiling:0} ms", Result.Median(held), held.Min(), held.Max())
        {
            LatencyMs = Median(turns, turn => turn.All),
            Books = new(all.Expected, all.Delivered, 0, 0, all.Expected - all.Delivered, all.Doubled, 0),
            Kinds = kinds,
            Rows =
            [
                new($"all at {options.Share:P0} of the rate held", "requests/s", Math.Round(Result.Median(turns.Select(turn => turn.Served / turn.Seconds))), LatencyMs: Median(turns, turn => turn.All)),
                .. kinds.Select(kind => new ResultRow(kind.Key, "requests/s", kind.Value.RequestsPerSecond, LatencyMs: new(kind.Value.P50, kind.Value.P99, Result.Median(turns.Select(turn => turn.Kinds[Enum.Parse<TownKind>(kind.Key, true)].P999))))),
                new("live: post → frame at the reader", "ms p50", frames.P50, LatencyMs: frames),
                .. kinds.Select(kind => new ResultRow($"one {kind.Key} alone", "µs server CPU", kind.Value.ServerMicroseconds)),
                .. kinds.Select(kind => new ResultRow($"one {kind.Key} alone, in PostgreSQL", "µs CPU", kind.Value.DatabaseMicroseconds)),
                .. hot is null ? [] : Rows(hot),
            ],
        };
    }

    private IEnumerable<ResultRow> Rows(HotTurn hot)
    {
        yield return new("one post: reactions to it", "reactions/s", Math.Round(hot.Reactions.Served / hot.Reactions.Seconds), LatencyMs: hot.Reactions.All);
        yield return new("one post: pages meanwhile", "ms p99", hot.Beside.All.P99, LatencyMs: hot.Beside.All);
        yield return new("one post: pages before", "ms p99", hot.Calm.All.P99, LatencyMs: hot.Calm.All);
        yield return new($"one post: frames with counts at each of {options.Readers:N0} readers", "frames/s", Math.Round(hot.FramesPerSecond, 2));
        yield return new(
            "one post: a reaction", "µs server CPU",
            Math.Round((hot.Beside.Server - (hot.Calm.Server * (hot.Beside.Seconds / hot.Calm.Seconds))).TotalMicroseconds / Math.Max(1, hot.Reactions.Served)));
    }

    private void Table(Dictionary<string, KindFigures> kinds, IReadOnlyDictionary<string, LedgerBalance> balances, string? fault)
    {
        notes.WriteLine($"{"kind",-14}{"requests/s",12}{"p50 ms",10}{"p99 ms",10}{"errors",8}{"server µs",11}{"database µs",13}");
        foreach (var (name, kind) in kinds)
        {
            notes.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-14}{kind.RequestsPerSecond,12:F1}{kind.P50,10:F1}{kind.P99,10:F1}{kind.Errors,8}{kind.ServerMicroseconds,11:N0}{kind.DatabaseMicroseconds,13:N0}"));
        }

        foreach (var (name, balance) in balances)
        {
            notes.WriteLine($"{name,-14}{balance.Expected,12:N0} expected, {balance.Delivered:N0} there, {balance.Doubled} too many");
        }

        if (fault is not null)
        {
            notes.WriteLine($"last fault: {fault}");
        }
    }

    private void Tell(string what, TownTurn turn) =>
        notes.WriteLine($"{what}: {turn.All}, server {turn.Busy:P0}, database {turn.Database / TimeSpan.FromSeconds(turn.Seconds):P0}, {turn.Failed} errors");

    private Task Keep(string processors) => options.Pinned ? Processors.Keep(processors) : Task.CompletedTask;

    private static Percentiles Median(List<TownTurn> turns, Func<TownTurn, Percentiles> times) => new(
        Result.Median(turns.Select(turn => times(turn).P50)), Result.Median(turns.Select(turn => times(turn).P99)), Result.Median(turns.Select(turn => times(turn).P999)));
}
