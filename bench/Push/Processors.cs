using System.Diagnostics;
using System.Globalization;

namespace OrleansMixi.Push;

/// <summary>Keeps this process, and what it starts from now on, to some processors.</summary>
internal static class Processors
{
    public static async Task Keep(string list)
    {
        using var taskset = Process.Start(new ProcessStartInfo(
            "taskset", ["-a", "-c", "-p", list, Environment.ProcessId.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        await taskset.StandardOutput.ReadToEndAsync();
        await taskset.WaitForExitAsync();
    }
}
