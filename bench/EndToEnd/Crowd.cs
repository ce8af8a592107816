using System.Diagnostics;
using OrleansMixi.Push;
using OrleansMixi.Towns;

namespace OrleansMixi.EndToEnd;

/// <summary>All authors and readers of a town, connected, with the books of what was written and what came.</summary>
internal sealed class Crowd : IDisposable
{
    private const int OpenAtOnce = 64;
    private const int Seed = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly ReaderTown _town;
    private readonly PushLatencies _frames = new(), _answers = new();
    private readonly Author[] _authors;
    private readonly PushReader[] _readers;
    private readonly int[] _audience;
    private readonly Random _draw = new(Seed);

    private Crowd(ReaderTown town, PushGraph graph)
    {
        _town = town;
        _authors = [.. Enumerable.Range(1, graph.Authors).Select(author => new Author(author, town.Server.Port, town.Token(PushGraph.Author(author)), _answers))];
        _readers = [.. Enumerable.Range(0, graph.Readers).Select(reader => new PushReader(reader, graph, _frames))];
        _audience = [.. Enumerable.Range(1, graph.Authors).Select(author => graph.Audience(author, graph.Readers))];
    }

    /// <summary>Every post times its readers, and what became of it.</summary>
    public ResultBooks Books
    {
        get
        {
            var (expected, delivered) = (Expected, Delivered);
            return new(expected, delivered, 0, 0, expected - delivered, _readers.Sum(reader => reader.Duplicated), _readers.Sum(reader => reader.OutOfOrder));
        }
    }

    private long Expected => _authors.Zip(_audience).Sum(author => (long)author.First.Written * author.Second);

    private long Delivered => _readers.Sum(reader => reader.Delivered);

    public static async Task<Crowd> Connect(ReaderTown town, PushGraph graph)
    {
        var crowd = new Crowd(town, graph);
        var few = new ParallelOptions { MaxDegreeOfParallelism = OpenAtOnce };
        await Parallel.ForEachAsync(crowd._readers.Index(), few, async (reader, _) => await reader.Item.Open(town.Server.Port, town.Hello(reader.Index)));
        await Parallel.ForEachAsync(crowd._authors, few, async (author, _) => await author.Connect());
        return crowd;
    }

    /// <summary>Posts at a rate, each by an author drawn by lot, and waits until all has arrived, or no longer arrives.</summary>
    public async Task<EndToEndTurn> Run(int perSecond, double seconds)
    {
        _frames.Clear();
        _answers.Clear();
        await Task.WhenAll(_readers.Select(reader => reader.Ping()));
        var (processor, clock) = (_town.Server.ProcessorTime, Stopwatch.StartNew());
        await Schedule.Keep(perSecond, seconds, due => _authors[_draw.Next(_authors.Length)].Write(due));
        var written = clock.Elapsed;
        await Drained();
        if (_authors.FirstOrDefault(author => author.Fault is not null) is { } author)
        {
            throw new InvalidOperationException("An author could not write.", author.Fault);
        }

        return new(
            _frames.Percentiles(), _answers.Percentiles(), (_town.Server.ProcessorTime - processor) / clock.Elapsed, (clock.Elapsed - written).TotalSeconds);
    }

    public void Dispose()
    {
        Array.ForEach(_authors, author => author.Dispose());
        Array.ForEach(_readers, reader => reader.Dispose());
    }

    private async Task Drained()
    {
        var (last, since) = (-1L, Stopwatch.StartNew());
        while (since.Elapsed < Patience && (Delivered < Expected || _authors.Any(author => author.Answered < author.Written)))
        {
            if (Delivered is var now && now != last)
            {
                (last, since) = (now, Stopwatch.StartNew());
            }

            await Task.Delay(5);
        }
    }
}
