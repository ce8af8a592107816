using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OrleansMixi.Live;

/// <summary>A WebSocket read byte by byte from TCP: only when the test wants, and every rule of framing checked.</summary>
internal sealed class RawWebSocket : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4_096 };
    private NetworkStream? _stream;

    public static async Task<RawWebSocket> Open(Uri host)
    {
        var client = new RawWebSocket();
        await client._socket.ConnectAsync(IPAddress.Loopback, host.Port);
        var stream = client._stream = new(client._socket);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "GET /hub HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
        for (var header = ""; !header.EndsWith("\r\n\r\n", StringComparison.Ordinal); header += (char)(await client.Bytes(1))[0])
        {
        }

        await client.Say("""{"protocol":"json","version":1}""");
        Assert.Equal("{}\u001e", await client.Message());
        return client;
    }

    /// <summary>Sends a message of SignalR's.</summary>
    public async Task Say(string json)
    {
        var text = Encoding.UTF8.GetBytes(json + "\u001e");
        Assert.True(text.Length < 126);
        await _stream!.WriteAsync((byte[])[0x81, (byte)(0x80 | text.Length), 0, 0, 0, 0, .. text]);
    }

    /// <summary>The next whole message; pings of the WebSocket may stand within, nothing else may.</summary>
    public async Task<string> Message()
    {
        var message = new MemoryStream();
        for (var begun = false; ;)
        {
            var head = await Bytes(2);
            var (final, kind) = ((head[0] & 0x80) != 0, head[0] & 0x0f);
            var length = (head[1] & 0x7f) switch
            {
                126 => BinaryPrimitives.ReadUInt16BigEndian(await Bytes(2)),
                127 => BinaryPrimitives.ReadInt64BigEndian(await Bytes(8)),
                var few => few,
            };
            var body = await Bytes((int)length);
            if (kind >= 8)
            {
                Assert.NotEqual(8, kind);
                continue;
            }

            Assert.Equal(begun ? 0 : 1, kind);
            begun = true;
            message.Write(body);
            if (final)
            {
                return Encoding.UTF8.GetString(message.ToArray());
            }
        }
    }

    /// <summary>Reads on until the server has closed.</summary>
    public async Task Closed()
    {
        var buffer = new byte[65_536];
        try
        {
            while (await _stream!.ReadAsync(buffer) > 0)
            {
            }
        }
        catch (IOException)
        {
            // Cut off; that is closed too.
            return;
        }
    }

    /// <summary>Goes without a word.</summary>
    public void Vanish() => _socket.Close(0);

    public void Dispose() => _socket.Dispose();

    private async Task<byte[]> Bytes(int count)
    {
        var bytes = new byte[count];
        await _stream!.ReadExactlyAsync(bytes);
        return bytes;
    }
}
