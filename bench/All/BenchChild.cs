using System.Diagnostics;

namespace OrleansMixi.All;

/// <summary>Runs one bench in a process of its own, so that it finds memory and compiled code as on a first day.</summary>
internal static class BenchChild
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The bench's line; a line that says what went wrong if it has no result or a broken promise.</summary>
    public static async Task<string> Run(string name, bool quietly)
    {
        string[] arguments = ["exec", typeof(BenchChild).Assembly.Location, name, .. quietly ? ["--json"] : Array.Empty<string>()];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        using var patience = new CancellationTokenSource(Patience);
        string? last = null;
        try
        {
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                last = line.Length > 0 ? line : last;
            }

            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return BenchLine.Failure(name, $"no result within {Patience.TotalMinutes} minutes");
        }

        return (process.ExitCode, BenchLine.Read(last)) switch
        {
            (0, { } result) when result.Name == name => last!,
            (Hammer.ExitCodes.Faulty, { Books: { } books }) => BenchLine.Failure(name, $"the books do not balance: {books}"),
            (Hammer.ExitCodes.Unusable, _) => BenchLine.Failure(name, "there is no such bench in this build"),
            var (code, _) => BenchLine.Failure(name, $"it ended with exit code {code} and without a result"),
        };
    }
}
