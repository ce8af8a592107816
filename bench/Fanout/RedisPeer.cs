using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace OrleansMixi.Fanout;

/// <summary>Timelines as Redis lists: LPUSH and LTRIM for each follower, pipelined, as many commands under way as fit a buffer.</summary>
internal sealed class RedisPeer : IDisposable
{
    private const string Program = "/usr/bin/redis-server";
    private const int PerRound = 1_000;
    private readonly Process _server;
    private readonly TcpClient _client;
    private readonly byte[] _answers = new byte[1 << 16];
    private readonly StringBuilder _commands = new();
    private int _waiting;

    private RedisPeer(Process server, TcpClient client) => (_server, _client) = (server, client);

    /// <summary>Whether the Debian package is there.</summary>
    public static bool Installed => File.Exists(Program);

    public static async Task<RedisPeer> Start(int port)
    {
        var server = Process.Start(new ProcessStartInfo(Program, ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]) { RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() })!;
        server.BeginOutputReadLine();
        for (var tries = 0; ; tries++)
        {
            var client = new TcpClient { NoDelay = true };
            try
            {
                await client.ConnectAsync("127.0.0.1", port);
                return new(server, client);
            }
            catch (SocketException) when (tries < 100)
            {
                client.Dispose();
                await Task.Delay(50);
            }
        }
    }

    public async Task Fill(int members, int ids)
    {
        var values = string.Join(' ', Enumerable.Range(0, ids).Select(count => (380_000_000_000_000_000L + count).ToString(CultureInfo.InvariantCulture)));
        for (var member = 0; member < members; member++)
        {
            await Command($"RPUSH t{member} {values}");
        }

        await Flush();
    }

    public async Task Push(int member, long id)
    {
        await Command(string.Create(CultureInfo.InvariantCulture, $"LPUSH t{member} {id}"));
        await Command(string.Create(CultureInfo.InvariantCulture, $"LTRIM t{member} 0 799"));
    }

    public async Task Flush()
    {
        var bytes = Encoding.ASCII.GetBytes(_commands.ToString());
        _commands.Clear();
        var stream = _client.GetStream();
        var sending = stream.WriteAsync(bytes);
        while (_waiting > 0)
        {
            var read = await stream.ReadAsync(_answers);
            // Each answer is one line.
            _waiting -= _answers.AsSpan(0, read).Count((byte)'\n');
        }

        await sending;
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Kill();
        _server.Dispose();
    }

    private Task Command(string line)
    {
        _commands.Append(line).Append("\r\n");
        return ++_waiting >= PerRound ? Flush() : Task.CompletedTask;
    }
}
