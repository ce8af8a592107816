using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OrleansMixi.Town;

/// <summary>A kept HTTP connection, one request at a time; it spells and reads bytes, so that the load costs little beside the server.</summary>
internal sealed class TownConnection(int port) : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[64 * 1024];
    private int _filled;

    public Task Connect() => _socket.ConnectAsync(IPAddress.Loopback, port);

    public async Task<TownAnswer> Ask(string method, string path, string token, string? body)
    {
        var length = body is null ? "" : $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n";
        await _socket.SendAsync(Encoding.UTF8.GetBytes(
            $"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {token}\r\nAccept: text/html,application/json\r\nAccept-Language: ja\r\n{length}\r\n{body}"));
        _filled = 0;
        var head = 0;
        while ((head = _buffer.AsSpan(0, _filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            await Receive();
        }

        head += 4;
        var status = Utf8Parser.TryParse(_buffer.AsSpan(9, 3), out int code, out _) ? code : throw new IOException("The server does not speak HTTP.");
        var fixedLength = Length(_buffer.AsSpan(0, head));
        while (fixedLength is { } bytes ? _filled < head + bytes : !_buffer.AsSpan(0, _filled).EndsWith("0\r\n\r\n"u8))
        {
            await Receive();
        }

        return new(status, _buffer.AsMemory(head, _filled - head));
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>The length of the body, or null if it comes in chunks.</summary>
    private static int? Length(ReadOnlySpan<byte> head)
    {
        var place = head.IndexOf("Content-Length: "u8);
        return place >= 0 && Utf8Parser.TryParse(head[(place + 16)..], out int length, out _) ? length
            : head.IndexOf("Transfer-Encoding: chunked"u8) >= 0 ? null
            : 0;
    }

    private async Task Receive()
    {
        if (_filled == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        var received = await _socket.ReceiveAsync(_buffer.AsMemory(_filled));
        _filled += received > 0 ? received : throw new IOException("The server closed the connection.");
    }
}
