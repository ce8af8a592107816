using System.CommandLine;
using OrleansMixi.Hammer;

namespace OrleansMixi.Towns;

/// <summary>What every bench's command has: <c>--json</c>, one line of JSON last on standard output, and the books as exit code.</summary>
internal static class BenchFlags
{
    /// <summary>Only the line of JSON, nothing told meanwhile.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Only the line of JSON." };

    /// <summary>Runs a bench: what it tells goes to standard error, its result to standard output.</summary>
    public static void Runs(this Command command, Func<ParseResult, TextWriter, CancellationToken, Task<Result>> run)
    {
        var json = Json();
        command.Options.Add(json);
        command.SetAction(async (parsed, stop) =>
        {
            var result = await run(parsed, parsed.GetValue(json) ? TextWriter.Null : Console.Error, stop);
            Console.Out.WriteLine(result.Line());
            return result.Books is null or { Balanced: true } ? ExitCodes.Clean : ExitCodes.Faulty;
        });
    }
}
