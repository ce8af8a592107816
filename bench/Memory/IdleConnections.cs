using OrleansMixi.EndToEnd;
using OrleansMixi.Push;
using OrleansMixi.Towns;

namespace OrleansMixi.Memory;

/// <summary>Opens idle connections in a crowd and asks what the server holds for each; in the end one post shows that all are alive.</summary>
internal sealed class IdleConnections(MemoryOptions options, TextWriter notes)
{
    /// <summary>Those open before the measurement, so that code, pools and caches are there.</summary>
    public const int First = 500;

    /// <summary>A while without anything to do.</summary>
    public const int AloneMilliseconds = 5_000;

    private const int OpenAtOnce = 64;

    public async Task<(double Resident, double Collected, double Heap, ResultBooks Books)> Measure()
    {
        await Processors.Keep("1");
        try
        {
            var graph = new PushGraph(First + options.Connections, authors: 1, follows: 1);
            await using var town = await ReaderTown.Start(graph, "0");
            notes.WriteLine("the town is there");
            var readers = Enumerable.Range(0, graph.Readers).Select(reader => new PushReader(reader, graph, new())).ToArray();
            try
            {
                await Open(town.Server.Port, town.Hello, readers[..First], 0);
                await Task.Delay(AloneMilliseconds);
                await ServerMemory.Collect(town.Server);
                var heap = await ServerMemory.Collect(town.Server);
                var resident = town.Server.ResidentBytes;
                notes.WriteLine($"{First:N0} connections: {resident:N0} bytes resident, {heap:N0} in the heap");

                await Open(town.Server.Port, town.Hello, readers[First..], First);
                await Task.WhenAll(readers.Select(reader => reader.Ping()));
                await Task.Delay(TimeSpan.FromSeconds(options.Settle));
                var settled = town.Server.ResidentBytes - resident;
                var filled = await ServerMemory.Collect(town.Server) - heap;
                await Task.Delay(AloneMilliseconds);
                var collected = town.Server.ResidentBytes - resident;
                notes.WriteLine($"{options.Connections:N0} more: {settled:N0} bytes resident, after a collection {collected:N0}, {filled:N0} in the heap");
                return (Each(settled), Each(collected), Each(filled), await Alive(town, readers));
            }
            finally
            {
                Array.ForEach(readers, reader => reader.Dispose());
            }
        }
        finally
        {
            await Processors.Keep("0,1");
        }
    }

    /// <summary>Opens connections, a bounded number at once; the first of them has a number of its own.</summary>
    public static Task Open(int port, Func<int, ReaderHello> hello, PushReader[] readers, int first) =>
        Parallel.ForEachAsync(readers.Index(), new ParallelOptions { MaxDegreeOfParallelism = OpenAtOnce }, async (reader, _) =>
            await reader.Item.Open(port, hello(first + reader.Index)));

    private double Each(long bytes) => Math.Round((double)bytes / options.Connections);

    private static async Task<ResultBooks> Alive(ReaderTown town, PushReader[] readers)
    {
        using var author = new Author(1, town.Server.Port, town.Token(PushGraph.Author(1)), new());
        await author.Connect();
        author.Write(PushClock.Microseconds);
        for (var waited = 0; waited < AloneMilliseconds && readers.Sum(reader => reader.Delivered) < readers.Length; waited += 10)
        {
            await Task.Delay(10);
        }

        var delivered = readers.Sum(reader => reader.Delivered);
        return new(readers.Length, delivered, 0, 0, readers.Length - delivered, readers.Sum(reader => reader.Duplicated), readers.Sum(reader => reader.OutOfOrder));
    }
}
