using System.Diagnostics;
using OrleansMixi.Towns;

namespace OrleansMixi.Push;

/// <summary>
/// Measures all cells with all servers: a thousand connections in interleaved rounds, ten thousand one server after the
/// other, because one process has not enough open files for all.
/// </summary>
internal sealed class PushRun(PushOptions options, TextWriter notes)
{
    private const int Authors = 100;
    private const int Follows = 20;
    private const double WarmUp = 1.5;
    private static readonly bool[] BothWays = [false, true];
    private readonly PushGraph _graph = new(options.Many, Authors, Follows);
    private readonly PushResults _results = new();

    private static readonly IReadOnlyDictionary<string, Func<PushGraph, Task<IPushServer>>> Servers = new Dictionary<string, Func<PushGraph, Task<IPushServer>>>
    {
        [PushResults.Ours] = async graph => await MixiPush.Start(graph),
        ["signalr"] = async graph => await SignalRPeer.Start(graph),
        ["nchan"] = NchanPeer.Start,
        ["bun"] = BunPeer.Start,
    };

    public async Task<Result> Run()
    {
        var clock = Stopwatch.StartNew();
        await Processors.Keep("1");

        // .NET waits for a quiet moment before it optimises what it runs, ten times as long on one processor; under a steady
        // load that moment does not come. Both servers on .NET are told not to wait, as after an hour's work.
        Environment.SetEnvironmentVariable("DOTNET_TC_CallCountingDelayMs", "0");
        var sessions = new Queue<PushSession>();
        try
        {
            await Start(sessions);
            for (var round = 0; round <= options.Rounds; round++)
            {
                foreach (var cell in Cells(options.Few))
                {
                    foreach (var session in sessions)
                    {
                        await Turn(session, cell, warmUp: round == 0);
                    }
                }
            }

            while (sessions.TryDequeue(out var session))
            {
                await using (session)
                {
                    await Crowd(session);
                    _results.Ended(session);
                }
            }
        }
        finally
        {
            foreach (var session in sessions)
            {
                await session.DisposeAsync();
            }

            await Processors.Keep("0,1");
        }

        return _results.Sum(clock.Elapsed.TotalSeconds, options.Rounds);
    }

    private async Task Start(Queue<PushSession> sessions)
    {
        foreach (var (name, start) in Servers.Where(server => server.Key == PushResults.Ours || options.Peers.Contains(server.Key)))
        {
            try
            {
                var session = new PushSession(await start(_graph), _graph);
                sessions.Enqueue(session);
                await session.Open(options.Few);
                notes.WriteLine($"{name} has {options.Few:N0} readers");
            }
            catch (PeerMissingException missing)
            {
                _results.Missing(name, missing.Message);
            }
        }
    }

    private async Task Crowd(PushSession session)
    {
        if (options.Many <= options.Few)
        {
            return;
        }

        await session.Open(options.Many);
        foreach (var cell in Cells(options.Many))
        {
            await Turn(session, cell, warmUp: true);
            await Turn(session, cell, warmUp: false);
        }
    }

    private IEnumerable<PushCell> Cells(int connections) =>
        from coalesced in BothWays
        from home in BothWays
        let cell = new PushCell(connections, home, coalesced)
        where options.Only is null || cell.Name.Contains(options.Only, StringComparison.Ordinal)
        select cell;

    private async Task Turn(PushSession session, PushCell cell, bool warmUp)
    {
        // What is not warm yet is not to be flooded: it would have to leave out posts.
        var slowness = cell.Coalesced ? session.Slowness : 1;
        var turn = warmUp ? await session.Run(cell, WarmUp, 4 * slowness) : await session.Run(cell, options.Seconds, slowness);
        notes.WriteLine(
            $"{cell.Name}, {session.Name}{(warmUp ? " (warm-up)" : "")}: {turn.Cost:F2} µs, {turn.PerSecond / 1e6:F3} M/s, {turn.PerFrame:F1} posts a frame, "
            + $"busy {turn.Busy:P0}, behind {turn.Behind:F2} s, missing {turn.Missing}, p50 {turn.LatencyMs.P50:F1} ms, p99 {turn.LatencyMs.P99:F1} ms");
        if (!warmUp)
        {
            _results.Add(cell, session.Name, turn);
        }
    }
}
