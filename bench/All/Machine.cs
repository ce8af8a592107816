using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace OrleansMixi.All;

/// <summary>What the measurements ran on, as far as it is of interest to strangers.</summary>
internal static class Machine
{
    private const string Install = "/usr/lib/postgresql";

    public static async Task<IReadOnlyList<(string What, string Is)>> Describe()
    {
        var postgres = (Directory.Exists(Install) ? Directory.GetDirectories(Install) : []).Select(version => Path.Combine(version, "bin", "postgres")).LastOrDefault(File.Exists);
        var found = new List<(string, string?)>
        {
            ("processor", $"{Environment.ProcessorCount} × {Field("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString()}"),
            ("memory", Field("/proc/meminfo", "MemTotal") is { } total ? $"{long.Parse(total.Split(' ')[0], CultureInfo.InvariantCulture) / 1_048_576.0:F0} GiB" : null),
            ("system", RuntimeInformation.OSDescription),
            (".NET", RuntimeInformation.FrameworkDescription),
            ("PostgreSQL", postgres is null ? null : await FirstLine(postgres, "--version")),
            ("Redis", await FirstLine("redis-server", "--version")),
            ("nginx", await FirstLine("nginx", "-v")),
        };
        return [.. found.Where(part => part.Item2 is not null).Select(part => (part.Item1, part.Item2!))];
    }

    private static string? Field(string file, string name) =>
        File.Exists(file) ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(':', 2)[1].Trim() : null;

    private static async Task<string?> FirstLine(string program, string argument)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, [argument]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (output, error) = (await process.StandardOutput.ReadToEndAsync(), await process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return (output.Length > 0 ? output : error).Split('\n')[0].Trim();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // Not installed.
            return null;
        }
    }
}
