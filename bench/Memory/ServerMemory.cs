using System.Diagnostics.Tracing;
using System.Globalization;
using Microsoft.Diagnostics.NETCore.Client;
using OrleansMixi.Towns;

namespace OrleansMixi.Memory;

/// <summary>What a server process holds: resident as the system sees it, and its heap after a full collection.</summary>
internal static class ServerMemory
{
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";

    // Listening to this begins with a full collection.
    private const long HeapCollect = 0x800000;
    private const string HeapSize = "dotnet_gc_last_collection_heap_size_bytes";

    /// <summary>Bytes of the managed heap after a full collection that this makes.</summary>
    public static async Task<long> Collect(ServerProcess server)
    {
        var client = new DiagnosticsClient(server.Id);
        using (var session = await client.StartEventPipeSessionAsync([new(Runtime, EventLevel.Informational, HeapCollect)], requestRundown: false, circularBufferMB: 64, CancellationToken.None))
        {
            var reading = session.EventStream.CopyToAsync(Stream.Null);
            await session.StopAsync(CancellationToken.None);
            await reading;
        }

        using var http = new HttpClient { BaseAddress = server.Address };
        return (await http.GetStringAsync("metrics")).Split('\n')
            .Where(line => line.StartsWith(HeapSize, StringComparison.Ordinal))
            .Sum(line => (long)double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
    }
}
