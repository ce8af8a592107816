using System.CommandLine;
using OrleansMixi.Fanout;
using OrleansMixi.Push;

namespace OrleansMixi.Hammer;

/// <summary>The load tools, one command each.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => Run(args, new());

    /// <summary>Runs a command line; wrong usage is exit code 2, not the parser's 1, which means a broken promise here.</summary>
    public static async Task<int> Run(string[] args, InvocationConfiguration console)
    {
        var parsed = new RootCommand("Load and measurement of OrleansMixi.")
        {
            HammerCommand.Create(TimeProvider.System), FanoutCommand.Create(), Ingest.IngestCommand.Create(), PushCommand.Create(),
            SignalRPeerCommand.Create(), Read.ReadCommand.Create(), EndToEnd.EndToEndCommand.Create(), Memory.MemoryCommand.Create(), Micro.MicroCommand.Create(), Scale.ScaleCommand.Create(),
            Town.TownCommand.Create(),
            All.AllCommand.Create(TimeProvider.System),
        }.Parse(args);
        // A defect of the hammer is no verdict either: it ends the process loudly instead of as exit code 1.
        console.EnableDefaultExceptionHandler = false;
        var code = await parsed.InvokeAsync(console);
        return parsed.Errors.Count > 0 ? ExitCodes.Unusable : code;
    }
}
