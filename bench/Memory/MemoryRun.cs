using System.Diagnostics;
using OrleansMixi.Towns;

namespace OrleansMixi.Memory;

/// <summary>Measures memory: timelines and edges in this process, connections in a server of their own.</summary>
internal sealed class MemoryRun(MemoryOptions options, TextWriter notes)
{
    public async Task<Result> Run()
    {
        var clock = Stopwatch.StartNew();
        var shards = new ShardMemory(options);
        var rows = new List<ResultRow>();
        foreach (var row in shards.TimelineRows().Append(shards.EdgeRow()))
        {
            notes.WriteLine($"{clock.Elapsed.TotalSeconds,4:F0} s  {row.Name}: {row.Value} {row.Unit}");
            rows.Add(row);
        }

        var (resident, collected, heap, books) = await new IdleConnections(options, notes).Measure();
        var plain = await PlainConnections.Measure(options);
        notes.WriteLine($"plain SignalR: {plain:N0} bytes per idle connection");
        rows.InsertRange(0, [
            new($"an idle connection, {options.Connections:N0} of them, resident after {options.Settle} s", "bytes", resident),
            new("the same after a full collection", "bytes", collected),
            new("the same, of the managed heap", "bytes", heap),
        ]);
        return new("memory", Math.Round(clock.Elapsed.TotalSeconds), 1, "bytes per idle connection", resident, Math.Min(resident, collected), Math.Max(resident, collected))
        {
            LessIsBetter = true,
            Peers = new Dictionary<string, double> { ["signalr-groups"] = plain },
            Books = books,
            Rows = rows,
        };
    }
}
