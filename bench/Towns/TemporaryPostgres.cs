using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace OrleansMixi.Towns;

/// <summary>A throw-away PostgreSQL server on loopback, with its own port and folder; it ends with this process, however that ends.</summary>
internal sealed class TemporaryPostgres : IAsyncDisposable
{
    private const string Install = "/usr/lib/postgresql";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Short, because the path of a Unix socket may have no more than 107 bytes.
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "mixi-pg-" + Path.GetRandomFileName());
    private readonly int _port = FreePort();
    private Process? _server;
    private string _binaries = "";
    private int _databases;

    private TemporaryPostgres()
    {
    }

    /// <summary>Processor time of the server and all its processes so far, user and system.</summary>
    public TimeSpan ProcessorTime => ProcessTimes.Of(int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture));

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Starts a server; without <paramref name="durable"/> it does not wait for the disk, which is for tests only.</summary>
    public static async Task<TemporaryPostgres> Start(bool durable)
    {
        var server = new TemporaryPostgres();
        await server.Launch(durable ? [] : ["-c", "fsync=off", "-c", "full_page_writes=off"]);
        return server;
    }

    /// <summary>Creates an empty database and answers its connection string.</summary>
    public async Task<string> CreateDatabase()
    {
        var name = $"mixi_{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create database {name}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_server is not null)
        {
            _server.StandardInput.Close();
            await _server.WaitForExitAsync();
            _server.Dispose();
        }
    }

    private async Task Launch(string[] settings)
    {
        // The shell holds the other end of a pipe: when this process is gone, even killed, the pipe breaks and server and folder go.
        const string guard = """exec 3<&0; "$0" "$@" </dev/null >"$FOLDER/server.log" 2>&1 3<&- & read -r _ <&3; kill -QUIT $!; wait; rm -rf "$FOLDER" """;
        _binaries = Binaries();
        await Run("initdb", "-D", Data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync");
        string[] options = ["-D", Data, "-p", $"{_port}", "-c", "listen_addresses=127.0.0.1", "-c", $"unix_socket_directories={_folder}", "-c", "max_connections=500", .. settings];
        var start = AsPostgres("sh", ["-c", guard, Path.Combine(_binaries, "postgres"), .. options]);
        start.RedirectStandardInput = true;
        start.Environment["FOLDER"] = _folder;
        _server = Process.Start(start)!;
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (waited.Elapsed < Patience && !_server.HasExited)
            {
                // Not up yet.
                continue;
            }
        }
    }

    private string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database};Include Error Detail=true";

    private static string Binaries() =>
        (Directory.Exists(Install) ? Directory.GetDirectories(Install) : [])
            .Select(version => Path.Combine(version, "bin"))
            .Where(folder => File.Exists(Path.Combine(folder, "initdb")))
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(Path.GetDirectoryName(folder)), out var version) ? version : 0)
            .FirstOrDefault()
        ?? throw new InvalidOperationException($"No PostgreSQL server was found under {Install}/<version>/bin: install the Debian package postgresql.");

    private async Task Run(string program, params string[] arguments)
    {
        var start = AsPostgres(Path.Combine(_binaries, program), arguments);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed with {process.ExitCode}:\n{await output}{await errors}");
        }
    }

    // The server refuses to run as root.
    private static ProcessStartInfo AsPostgres(string program, string[] arguments)
    {
        string[] line = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", program, .. arguments] : [program, .. arguments];
        return new(line[0], line[1..]) { WorkingDirectory = "/" };
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
