using OrleansMixi.Push;

namespace OrleansMixi.Memory;

/// <summary>The same connections at plain SignalR, in a group each: what the framework alone keeps for one.</summary>
internal static class PlainConnections
{
    /// <summary>Bytes resident per idle connection.</summary>
    public static async Task<double> Measure(MemoryOptions options)
    {
        await Processors.Keep("1");
        try
        {
            var graph = new PushGraph(IdleConnections.First + options.Connections, authors: 1, follows: 1);
            await using var server = await SignalRPeer.Start(graph);
            var readers = Enumerable.Range(0, graph.Readers).Select(reader => new PushReader(reader, graph, new())).ToArray();
            try
            {
                await IdleConnections.Open(server.Port, server.Hello, readers[..IdleConnections.First], 0);
                await Task.Delay(IdleConnections.AloneMilliseconds);
                var resident = server.ResidentBytes;
                await IdleConnections.Open(server.Port, server.Hello, readers[IdleConnections.First..], IdleConnections.First);
                await Task.WhenAll(readers.Select(reader => reader.Ping()));
                await Task.Delay(TimeSpan.FromSeconds(options.Settle));
                return Math.Round((double)(server.ResidentBytes - resident) / options.Connections);
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
}
