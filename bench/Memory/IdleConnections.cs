using OrleansMixi.EndToEnd;
using OrleansMixi.Push;
using OrleansMixi.Towns;

namespace OrleansMixi.Memory;

/// <summary>Opens idle connections in a crowd and asks what the server holds for each; in the end one post shows that all are alive.</summary>
internal sealed class IdleConnections(MemoryOptions options, TextWriter notes)
{
    /// <summary>Those open before the measurement, so that code, pools and caches are there.</summary>
    private const int First = 500;
    private const int OpenAtOnce = 64;
    private const int AloneMilliseconds = 5_000;

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
                await Open(town, readers, 0, First);
                await Task.Delay(AloneMilliseconds);
                await ServerMemory.Collect(town.Server);
                var heap = await ServerMemory.Collect(town.Server);
                var resident = town.Server.ResidentBytes;
                notes.WriteLine($"{First:N0} connections: {resident:N0} bytes resident, {heap:N0} in the heap");

                await Open(town, readers, First, graph.Readers);
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

    private double Each(long bytes) => Math.Round((double)bytes / options.Connections);

    private static Task Open(ReaderTown town, PushReader[] readers, int from, int to) =>
        Parallel.ForEachAsync(Enumerable.Range(from, to - from), new ParallelOptions { MaxDegreeOfParallelism = OpenAtOnce }, async (reader, _) =>
            await readers[reader].Open(town.Server.Port, town.Hello(reader)));

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
