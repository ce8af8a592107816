using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace OrleansMixi.Hosting;

/// <summary>A real host of OrleansMixi: the built program in a process of its own, on its own port and database.</summary>
internal sealed class TownProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly StringBuilder _log = new();
    private readonly Dictionary<string, string> _environment;
    private Process? _process;

    private TownProcess(Dictionary<string, string> environment, int port) => (_environment, Port) = (environment, port);

    public int Port { get; }

    public Uri Address => new($"http://localhost:{Port}/");

    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    /// <summary>Starts a host and waits until it is ready. Options are configuration keys with <c>__</c>.</summary>
    public static async Task<TownProcess> Start(string connectionString, string environment = "Production", params (string Key, string Value)[] options)
    {
        var town = new TownProcess(new() { ["ConnectionStrings__Mixi"] = connectionString, ["ASPNETCORE_ENVIRONMENT"] = environment }, FreePort());
        foreach (var (key, value) in options)
        {
            town._environment[key] = value;
        }

        await town.Start();
        return town;
    }

    /// <summary>Starts the program again, on the same port and database.</summary>
    public async Task Start()
    {
        _process = Launch("web", _environment, ["--urls", $"http://localhost:{Port}"]);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = Address };
        using var deadline = new CancellationTokenSource(Patience);
        while (true)
        {
            Assert.False(_process.HasExited, $"The host ended:\n{Log}");
            try
            {
                if ((await client.GetAsync("health/ready", deadline.Token)).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!deadline.IsCancellationRequested)
            {
                // It does not listen yet.
            }

            await Task.Delay(Eventually.Pause, deadline.Token);
        }
    }

    /// <summary>Ends the process as a power cut would.</summary>
    public async Task Kill()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Runs a command of the program and answers what it printed.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> Run(string connectionString, params string[] arguments)
    {
        using var process = Launch("web", new() { ["ConnectionStrings__Mixi"] = connectionString }, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    /// <summary>A client of a token; without one a stranger.</summary>
    public HttpClient Client(string? token = null)
    {
        var client = new HttpClient { BaseAddress = Address, Timeout = Patience };
        if (token is not null)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        }

        return client;
    }

    /// <summary>A token made on the command line, beside the running host.</summary>
    public async Task<string> Token(string handle, string scopes = "read,post")
    {
        var (code, output, error) = await Run(_environment["ConnectionStrings__Mixi"], "token", handle, "--create", "--scopes", scopes);
        Assert.True(code == 0, error);
        return output.TrimEnd('\n', '\r');
    }

    /// <summary>Makes members through the API, with a client each.</summary>
    public async Task<IReadOnlyList<HttpClient>> Members(string adminToken, params string[] handles)
    {
        using var admin = Client(adminToken);
        var answer = await admin.PostAsJsonAsync("api/admin/members", handles.Select(handle => new { handle }));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var made = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return [.. made.EnumerateArray().Select(member => Client(member.GetProperty("token").GetString()))];
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await Kill();
        }

        _process?.Dispose();
    }

    public static Process Launch(string project, Dictionary<string, string> environment, string[] arguments)
    {
        var root = Pages.PagesHost.Root();

        // The tests' own folder tells the configuration that was built.
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Path.Combine(root, project), RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path.Combine(root, "artifacts", "bin", project, configuration, project + ".dll"));
        Array.ForEach(arguments, start.ArgumentList.Add);
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        return Process.Start(start)!;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Note(string? line)
    {
        lock (_log)
        {
            _log.AppendLine(line);
        }
    }
}
