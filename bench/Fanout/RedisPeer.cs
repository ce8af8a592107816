using System.Buffers.Text;
using System.Diagnostics;
using System.Net.Sockets;

namespace OrleansMixi.Fanout;

/// <summary>
/// Timelines as Redis lists: LPUSH and LTRIM for each follower, pipelined. Commands are spelled as bytes into a buffer; while
/// the server works on one buffer the next is filled, so that it never waits for the client.
/// </summary>
internal sealed class RedisPeer : IDisposable
{
    private const string Program = "/usr/bin/redis-server";
    private const int BufferSize = 1 << 16;
    private const int LongestCommand = 4_096;
    private readonly Process _server;
    private readonly TcpClient _client;
    private readonly byte[] _answers = new byte[BufferSize];
    private readonly byte[] _commands = new byte[BufferSize];
    private int _length;
    private int _buffered;
    private int _sent;

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

    /// <summary>Gives every member a list of so many ids.</summary>
    public async Task Fill(int members, int ids)
    {
        for (var member = 0; member < members; member++)
        {
            Begin(ids + 2, "RPUSH"u8);
            Key(member);
            for (var id = 0; id < ids; id++)
            {
                Number(380_000_000_000_000_000L + id);
            }

            await End();
        }

        await Flush();
    }

    /// <summary>Puts an id in front of a member's list and cuts it to 800.</summary>
    public async ValueTask Push(int member, long id)
    {
        Begin(3, "LPUSH"u8);
        Key(member);
        Number(id);
        await End();
        Begin(4, "LTRIM"u8);
        Key(member);
        Text("0"u8);
        Text("799"u8);
        await End();
    }

    /// <summary>Waits until everything was answered.</summary>
    public async Task Flush()
    {
        await Send();
        await Answered(0);
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Kill();
        _server.Dispose();
    }

    private ValueTask End()
    {
        _buffered++;
        return _length > BufferSize - LongestCommand ? Turn() : ValueTask.CompletedTask;
    }

    private async ValueTask Turn()
    {
        var before = _buffered;
        await Send();
        await Answered(before);
    }

    private async Task Send()
    {
        await _client.GetStream().WriteAsync(_commands.AsMemory(0, _length));
        (_sent, _length, _buffered) = (_sent + _buffered, 0, 0);
    }

    /// <summary>Reads answers, one line each, until no more than so many are missing.</summary>
    private async Task Answered(int missing)
    {
        while (_sent > missing)
        {
            var read = await _client.GetStream().ReadAsync(_answers);
            _sent -= _answers.AsSpan(0, read).Count((byte)'\n');
        }
    }

    private void Begin(int parts, ReadOnlySpan<byte> command)
    {
        Head((byte)'*', parts);
        Text(command);
    }

    private void Key(int member)
    {
        Span<byte> text = stackalloc byte[16];
        text[0] = (byte)'t';
        Utf8Formatter.TryFormat(member, text[1..], out var length);
        Text(text[..(length + 1)]);
    }

    private void Number(long number)
    {
        Span<byte> text = stackalloc byte[20];
        Utf8Formatter.TryFormat(number, text, out var length);
        Text(text[..length]);
    }

    private void Text(ReadOnlySpan<byte> text)
    {
        Head((byte)'$', text.Length);
        text.CopyTo(_commands.AsSpan(_length));
        _length += text.Length;
        Line();
    }

    private void Head(byte kind, int number)
    {
        _commands[_length++] = kind;
        Utf8Formatter.TryFormat(number, _commands.AsSpan(_length), out var length);
        _length += length;
        Line();
    }

    private void Line()
    {
        "\r\n"u8.CopyTo(_commands.AsSpan(_length));
        _length += 2;
    }
}
