using System.CommandLine;
using OrleansMixi.Towns;

namespace OrleansMixi.Micro;

/// <summary>The command <c>micro</c>.</summary>
internal static class MicroCommand
{
    public static Command Create()
    {
        var filter = new Option<string>("--filter") { DefaultValueFactory = _ => "", Description = "Only benchmarks whose class has this in its name." };
        var command = new Command("micro", "Nanoseconds and allocated bytes of the small parts that all of the speed rests on.") { filter };
        command.Runs((parsed, notes, _) => Task.FromResult(new MicroRun(parsed.GetValue(filter)!, notes).Run()));
        return command;
    }
}
