using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace OrleansMixi.Read;

/// <summary>Debian's <c>wrk</c> on one processor: a fixed number of connections, each asking again when it was answered, with a token after the other.</summary>
internal static class Wrk
{
    private const string Program = "/usr/bin/wrk";

    /// <summary>What wrk does with each request, and what it tells at the end; the numbers are in microseconds.</summary>
    private const string Script = """
        local requests, at = {}, 0
        function init(args)
          for token in io.lines(args[1]) do
            requests[#requests + 1] = wrk.format("GET", wrk.path, { ["Authorization"] = "Bearer " .. token, ["Host"] = wrk.host })
          end
        end
        function request()
          at = at % #requests + 1
          return requests[at]
        end
        function done(summary, latency, _)
          local e = summary.errors
          io.write(string.format('\n{"answers":%d,"microseconds":%d,"faults":%d,"p50":%d,"p99":%d,"p999":%d}\n', summary.requests, summary.duration,
            e.connect + e.read + e.write + e.status + e.timeout, latency:percentile(50), latency:percentile(99), latency:percentile(99.9)))
        end
        """;

    /// <summary>Whether the Debian package is there.</summary>
    public static bool Installed => File.Exists(Program);

    public static async Task<WrkFigures> Run(Uri address, IEnumerable<string> tokens, int connections, double seconds, string processor)
    {
        var folder = Directory.CreateTempSubdirectory("mixi-wrk-");
        try
        {
            var (script, list) = (Path.Combine(folder.FullName, "tokens.lua"), Path.Combine(folder.FullName, "tokens.txt"));
            await File.WriteAllTextAsync(script, Script);
            await File.WriteAllLinesAsync(list, tokens);
            var duration = Math.Ceiling(seconds).ToString(CultureInfo.InvariantCulture);
            using var process = Process.Start(new ProcessStartInfo(
                "taskset", ["-c", processor, Program, "-t1", $"-c{connections}", $"-d{duration}s", "-s", script, address.AbsoluteUri, "--", list]) { RedirectStandardOutput = true })!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            var told = JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]).RootElement;
            return new(
                told.GetProperty("answers").GetInt64(), told.GetProperty("faults").GetInt64(), told.GetProperty("microseconds").GetInt64() / 1e6,
                new(Milliseconds("p50"), Milliseconds("p99"), Milliseconds("p999")));

            double Milliseconds(string name) => told.GetProperty(name).GetInt64() / 1_000d;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
