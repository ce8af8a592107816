using System.CommandLine;
using System.Text.Json;

namespace OrleansMixi.Hammer;

/// <summary>The command <c>hammer</c>: options in, report out, an exit code for scripts.</summary>
internal static class HammerCommand
{
    public static Command Create(TimeProvider time)
    {
        var flags = new HammerFlags();
        var command = new Command("hammer", "Writes posts at a fixed rate over the public interface and checks that every reader gets each exactly once.");
        foreach (var option in flags.All)
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, stop) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return Run(flags.Read(parsed), time, output, error, stop);
        });
        return command;
    }

    private static async Task<int> Run(HammerOptions options, TimeProvider time, TextWriter output, TextWriter error, CancellationToken stop)
    {
        if (options.Problem() is { } problem)
        {
            await error.WriteLineAsync(problem);
            return ExitCodes.Unusable;
        }

        try
        {
            var report = await new HammerRun(options, time, error).Run(stop);
            TableReport.Write(report, output);
            if (options.Json)
            {
                await output.WriteLineAsync(JsonReport.Line(report));
            }

            return report.Books.Clean ? ExitCodes.Clean : ExitCodes.Faulty;
        }
        catch (HammerStop refusal)
        {
            await error.WriteLineAsync(refusal.Message);
            return refusal.ExitCode;
        }
        catch (JsonException unreadable)
        {
            await error.WriteLineAsync($"The server's answer could not be read: {unreadable.Message}");
            return ExitCodes.Unusable;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await error.WriteLineAsync("Interrupted; nothing was judged.");
            return ExitCodes.Unusable;
        }
    }
}
