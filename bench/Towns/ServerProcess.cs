using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace OrleansMixi.Towns;

/// <summary>
/// A web host of OrleansMixi in a process of its own, as it was built, on a free port, kept to some processors. Processor
/// time and memory are the operating system's own figures of that process.
/// </summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly StringBuilder _log = new();
    private readonly string _connectionString;

    private ServerProcess(Process process, int port, string connectionString) => (_process, Port, _connectionString) = (process, port, connectionString);

    /// <summary>The process's id.</summary>
    public int Id => _process.Id;

    public int Port { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}/");

    /// <summary>Processor time spent so far, user and system.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes of memory that the process holds.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts a host and waits until it is ready. <paramref name="processors"/> is a list such as <c>0</c> or <c>0,1</c>; settings are keys with <c>__</c>.</summary>
    public static async Task<ServerProcess> Start(string connectionString, string processors, params (string Key, string Value)[] settings)
    {
        var port = FreePort();
        var process = Launch("taskset", ["-c", processors, "dotnet", "exec", Program(), "--urls", $"http://127.0.0.1:{port}"], connectionString, settings);
        var server = new ServerProcess(process, port, connectionString);
        process.ErrorDataReceived += (_, line) => server.Note(line.Data);
        process.OutputDataReceived += (_, line) => server.Note(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        await server.Ready();
        return server;
    }

    /// <summary>An access token of a member that is made for it.</summary>
    public async Task<string> Token(string handle, string scopes)
    {
        using var process = Launch("dotnet", ["exec", Program(), "token", handle, "--create", "--scopes", scopes], _connectionString, []);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? (await output).Trim() : throw new InvalidOperationException($"No token was made:\n{await error}");
    }

    /// <summary>Makes members over the API; answers handle and token of each, in order.</summary>
    public async Task<IReadOnlyList<(string Handle, string Token)>> Members(string adminToken, IEnumerable<string> handles)
    {
        using var http = Client(adminToken);
        var members = new List<(string, string)>();
        foreach (var chunk in handles.Chunk(500))
        {
            using var answer = await http.PostAsJsonAsync("api/admin/members", chunk.Select(handle => new { handle }));
            answer.EnsureSuccessStatusCode();
            var made = await answer.Content.ReadFromJsonAsync<JsonElement>();
            members.AddRange(made.EnumerateArray().Select(member => (member.GetProperty("handle").GetString()!, member.GetProperty("token").GetString()!)));
        }

        return members;
    }

    /// <summary>An HTTP client of a token.</summary>
    public HttpClient Client(string token)
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task Ready()
    {
        using var http = new HttpClient { BaseAddress = Address };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience && !_process.HasExited; await Task.Delay(50))
        {
            try
            {
                if ((await http.GetAsync("health/ready")).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
                continue;
            }
        }

        await DisposeAsync();
        throw new InvalidOperationException($"The host did not become ready:\n{_log}");
    }

    private void Note(string? line)
    {
        lock (_log)
        {
            _log.AppendLine(line);
        }
    }

    private static Process Launch(string program, string[] arguments, string connectionString, (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Path.GetDirectoryName(Program()), RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ConnectionStrings__Mixi"] = connectionString;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        return Process.Start(start)!;
    }

    // The folder of this program tells the configuration that was built.
    private static string Program()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(own.Parent!.Parent!.FullName, "web", own.Name, "web.dll");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
