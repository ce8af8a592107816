using System.CommandLine;
using System.Text.Json;
using OrleansMixi.Hammer;
using OrleansMixi.Towns;

namespace OrleansMixi.All;

/// <summary>The command <c>all</c>.</summary>
internal static class AllCommand
{
    public static Command Create(TimeProvider time)
    {
        var names = new Argument<string[]>("benches") { DefaultValueFactory = _ => AllRun.Names, Description = "Only these; none at all with --report." };
        var report = new Option<bool>("--report") { Description = "Runs nothing, makes the report anew from the lines of the day." };
        var date = new Option<string>("--date") { DefaultValueFactory = _ => $"{time.GetUtcNow():yyyy-MM-dd}", Description = "The day whose results these are." };
        var json = BenchFlags.Json();
        var command = new Command("all", "Runs the benches, each in a process of its own, and writes bench/results/<date>.md, its charts and the table in README.md.") { names, report, date, json };
        command.SetAction(async (parsed, _) =>
        {
            var quietly = parsed.GetValue(json);
            var run = new AllRun(ResultFolder.Of(parsed.GetValue(date)!), quietly ? TextWriter.Null : Console.Error);
            var failed = await run.Run(parsed.GetValue(report) ? [] : parsed.GetValue(names)!, quietly);
            Console.Out.WriteLine(JsonSerializer.Serialize(new { name = "all", failed = failed.ToDictionary(bench => bench.Name, bench => bench.Failed) }));
            return failed.Count == 0 ? ExitCodes.Clean : ExitCodes.Faulty;
        });
        return command;
    }
}
