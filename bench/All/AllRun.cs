namespace OrleansMixi.All;

/// <summary>Runs benches one after the other and makes the day's report from what they said; a bench that was run again replaces its line.</summary>
internal sealed class AllRun(ResultFolder folder, TextWriter notes)
{
    public static readonly string[] Names = ["fanout", "ingest", "push", "read", "endtoend", "town", "memory", "scale", "micro"];

    /// <summary>Answers what failed or is missing.</summary>
    public async Task<IReadOnlyList<BenchLine>> Run(IEnumerable<string> names, bool quietly)
    {
        foreach (var name in names)
        {
            notes.WriteLine($"== {name}");
            var line = await BenchChild.Run(name, quietly);
            notes.WriteLine(line);
            folder.Keep(name, line);
        }

        var benches = folder.Benches();
        new Report(folder, benches, await Machine.Describe()).Write();
        return [.. benches.Where(bench => bench.Failed is not null)];
    }
}
