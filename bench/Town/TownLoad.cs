using System.Diagnostics;
using System.Net.Sockets;
using System.Threading.Channels;
using OrleansMixi.EndToEnd;
using OrleansMixi.Push;

namespace OrleansMixi.Town;

/// <summary>
/// Sends requests when the schedule says, each over a connection that is free; one that finds none waits, and its latency
/// counts from when it was due.
/// </summary>
internal sealed class TownLoad : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TownServer _town;
    private readonly Channel<TownRequest> _due = Channel.CreateUnbounded<TownRequest>();
    private readonly Task[] _workers;
    private readonly PushLatencies _all = new();
    private readonly Dictionary<TownKind, PushLatencies> _kinds = TownMix.Kinds.ToDictionary(kind => kind, _ => new PushLatencies());
    private readonly int[] _answered = new int[TownMix.Kinds.Count];
    private readonly int[] _errors = new int[TownMix.Kinds.Count];
    private int _open;

    public TownLoad(TownServer town, int connections)
    {
        _town = town;
        _workers = [.. Enumerable.Range(0, connections).Select(_ => Work())];
    }

    /// <summary>The last thing that went wrong.</summary>
    public string? Fault { get; private set; }

    /// <summary>Sends at a rate for some seconds, and waits for every answer.</summary>
    public async Task<TownTurn> Run(int perSecond, double seconds, Func<long, TownRequest> draw)
    {
        Clear();
        var (server, database, clock) = (_town.Server.ProcessorTime, _town.Postgres.ProcessorTime, Stopwatch.StartNew());
        await Schedule.Keep(perSecond, seconds, due =>
        {
            Interlocked.Increment(ref _open);
            _due.Writer.TryWrite(draw(due));
        });
        while (Volatile.Read(ref _open) > 0)
        {
            await Task.Delay(1);
        }

        var (spent, length) = (_town.Server.ProcessorTime - server, clock.Elapsed);
        return new(
            _all.Percentiles(), TownMix.Kinds.ToDictionary(kind => kind, kind => _kinds[kind].Percentiles()), TownMix.Kinds.ToDictionary(kind => kind, kind => _answered[(int)kind]),
            TownMix.Kinds.ToDictionary(kind => kind, kind => _errors[(int)kind]), spent, _town.Postgres.ProcessorTime - database, spent / length, length.TotalSeconds);
    }

    /// <summary>Processor time that server and database need in some seconds when nobody asks.</summary>
    public async Task<(TimeSpan Server, TimeSpan Database)> Rest(double seconds)
    {
        var (server, database) = (_town.Server.ProcessorTime, _town.Postgres.ProcessorTime);
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        return (_town.Server.ProcessorTime - server, _town.Postgres.ProcessorTime - database);
    }

    public async ValueTask DisposeAsync()
    {
        _due.Writer.Complete();
        await Task.WhenAll(_workers);
    }

    private void Clear()
    {
        _all.Clear();
        foreach (var kind in TownMix.Kinds)
        {
            _kinds[kind].Clear();
            (_answered[(int)kind], _errors[(int)kind]) = (0, 0);
        }
    }

    private async Task Work()
    {
        TownConnection? connection = null;
        await foreach (var request in _due.Reader.ReadAllAsync())
        {
            try
            {
                if (connection is null)
                {
                    connection = new(_town.Server.Port);
                    await connection.Connect();
                }

                var answer = await connection.Ask(request.Method, request.Path, _town.People.Token(request.Member), request.Body).WaitAsync(Patience);
                Note(request, answer, PushClock.Microseconds - request.Due);
            }
            catch (Exception error) when (error is SocketException or IOException or TimeoutException)
            {
                connection?.Dispose();
                connection = null;
                Fail(request, error.Message);
            }

            Interlocked.Decrement(ref _open);
        }

        connection?.Dispose();
    }

    private void Note(TownRequest request, TownAnswer answer, long took)
    {
        if (answer.Status is not (200 or 201 or 204))
        {
            Fail(request, $"{request.Method} {request.Path}: {answer.Status} {System.Text.Encoding.UTF8.GetString(answer.Body.Span[..Math.Min(300, answer.Body.Length)])}");
            return;
        }

        _all.Add(took);
        _kinds[request.Kind].Add(took);
        Interlocked.Increment(ref _answered[(int)request.Kind]);
        request.Settle(answer);
    }

    private void Fail(TownRequest request, string fault)
    {
        Fault = fault;
        Interlocked.Increment(ref _errors[(int)request.Kind]);
        request.Settle(null);
    }
}
