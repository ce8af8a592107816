using System.Diagnostics;

namespace OrleansMixi.Push;

/// <summary>One server with its readers, and what was written to it so far.</summary>
internal sealed class PushSession(IPushServer server, PushGraph graph) : IAsyncDisposable
{
    private const int OpenAtOnce = 64;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);
    private readonly List<PushReader> _readers = [];
    private readonly int[] _sent = new int[graph.Authors + 1];
    private readonly Task[] _writing = [.. Enumerable.Repeat(Task.CompletedTask, graph.Authors + 1)];
    private readonly int[] _audience = new int[graph.Authors + 1];
    private readonly PushLatencies _latencies = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _pinging = Task.CompletedTask;
    private int _turn;

    public string Name => server.Name;

    /// <summary>Posts times readers so far.</summary>
    public long Expected { get; private set; }

    public long Delivered => _readers.Sum(reader => reader.Delivered);

    public long Duplicated => _readers.Sum(reader => reader.Duplicated);

    public long OutOfOrder => _readers.Sum(reader => reader.OutOfOrder);

    /// <summary>Messages that say that posts were left out.</summary>
    public long Gaps => _readers.Sum(reader => (long)reader.Gaps);

    /// <summary>How much slower than the others the server is written to when posts share frames.</summary>
    public int Slowness => server.Slowness;

    /// <summary>Connects readers until there are so many.</summary>
    public async Task Open(int connections)
    {
        var fresh = Enumerable.Range(_readers.Count, connections - _readers.Count).Select(number => (number, new PushReader(number, graph, _latencies, _sent))).ToArray();
        await Parallel.ForEachAsync(fresh, new ParallelOptions { MaxDegreeOfParallelism = OpenAtOnce }, async (reader, _) => await reader.Item2.Open(server.Port, server.Hello(reader.number)));
        _readers.AddRange(fresh.Select(reader => reader.Item2));
        for (var author = 0; author <= graph.Authors; author++)
        {
            _audience[author] = graph.Audience(author, _readers.Count);
        }

        if (_pinging.IsCompleted)
        {
            _pinging = KeepPinging();
        }
    }

    /// <summary>Writes at a cell's pace and waits until all has arrived, or no longer arrives.</summary>
    public async Task<PushTurn> Run(PushCell cell, double seconds, int slowness = 1)
    {
        _latencies.Clear();
        var (expected, delivered, frames, processor, clock) = (Expected, Delivered, Frames(), server.ProcessorTime, Stopwatch.StartNew());
        await Write(cell, seconds, slowness);
        await Task.WhenAll(_writing);
        var written = clock.Elapsed.TotalSeconds;
        await Drained(delivered + Expected - expected);
        var arrived = Delivered - delivered;
        return new(
            (server.ProcessorTime - processor).TotalMicroseconds / Math.Max(1, arrived), arrived / written, (double)arrived / Math.Max(1, Frames() - frames),
            Expected - expected - arrived, (server.ProcessorTime - processor) / clock.Elapsed, clock.Elapsed.TotalSeconds - written, _latencies.Percentiles());
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _pinging;
        _readers.ForEach(reader => reader.Dispose());
        await server.DisposeAsync();
        _stop.Dispose();
    }

    private long Frames() => _readers.Sum(reader => (long)reader.Frames);

    private async Task Write(PushCell cell, double seconds, int slowness)
    {
        var start = PushClock.Microseconds;
        var step = (long)(cell.Interval(graph) * slowness).TotalMicroseconds;
        var (authors, posts) = cell.Burst(graph);
        for (var due = start; due < start + (long)(seconds * 1_000_000); due += step)
        {
            while (due - PushClock.Microseconds is > 0 and var early)
            {
                await Task.Delay(TimeSpan.FromMicroseconds(early));
            }

            for (var i = 0; i < authors; i++)
            {
                var author = cell.Home ? 1 + (_turn++ % graph.Authors) : 0;
                var batch = Enumerable.Range(0, posts).Select(_ => new PushPost(author, _sent[author]++, due)).ToArray();
                Expected += (long)posts * _audience[author];
                _writing[author] = After(_writing[author], batch);
            }
        }
    }

    private async Task After(Task before, PushPost[] batch)
    {
        await before;
        await server.Publish(batch);
    }

    private async Task Drained(long all)
    {
        var (last, since) = (-1L, Stopwatch.StartNew());
        while (Delivered is var now && now < all && since.Elapsed < Patience)
        {
            if (now != last)
            {
                (last, since) = (now, Stopwatch.StartNew());
            }

            await Task.Delay(2);
        }
    }

    private async Task KeepPinging()
    {
        while (!_stop.IsCancellationRequested)
        {
            await Task.Delay(PingEvery, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var reader in _readers.ToArray())
            {
                await reader.Ping();
            }
        }
    }
}
