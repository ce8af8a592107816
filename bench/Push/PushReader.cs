using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OrleansMixi.Push;

/// <summary>One raw WebSocket connection that checks what it gets: every post of an author in the author's order, each once.</summary>
internal sealed class PushReader : IDisposable
{
    private const int BufferBytes = 32 * 1024;
    private readonly int _number;
    private readonly PushGraph _graph;
    private readonly PushLatencies _latencies;
    private readonly Action<PushPost> _arrive;
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[BufferBytes];
    private readonly int[] _next;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FrameReader _frames;
    private string? _awaited;
    private string? _ping;
    private int _filled;
    private long _now;

    /// <param name="next">The first post of each author that this reader can get; none means from the beginning.</param>
    public PushReader(int number, PushGraph graph, PushLatencies latencies, ReadOnlySpan<int> next = default)
    {
        (_number, _graph, _latencies, _arrive) = (number, graph, latencies, Arrive);
        _next = new int[graph.Authors + 1];
        next.CopyTo(_next);
    }

    /// <summary>Posts received and checked.</summary>
    public long Delivered { get; private set; }

    /// <summary>Posts that came again, or to the wrong reader.</summary>
    public long Duplicated { get; private set; }

    /// <summary>Posts before which one of the same author is missing.</summary>
    public long OutOfOrder { get; private set; }

    /// <summary>WebSocket frames received.</summary>
    public int Frames => _frames.Frames;

    /// <summary>Messages that say that posts were left out.</summary>
    public int Gaps => _frames.Gaps;

    /// <summary>Connects, says hello and completes when the server listens.</summary>
    public async Task Open(int port, ReaderHello hello)
    {
        (_awaited, _ping) = (hello.Ready, hello.Ping);
        await _socket.ConnectAsync(IPAddress.Loopback, port);
        await Send(Encoding.ASCII.GetBytes(
            $"GET {hello.Path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + $"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n{hello.Headers}\r\n"));
        var end = -1;
        while ((end = _buffer.AsSpan(0, _filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            await Receive();
        }

        if (!_buffer.AsSpan(0, _filled).StartsWith("HTTP/1.1 101"u8))
        {
            throw new InvalidOperationException($"No WebSocket at {hello.Path}:\n{Encoding.UTF8.GetString(_buffer, 0, _filled)}");
        }

        Consume(end + 4);
        foreach (var message in hello.Messages)
        {
            await Send(Masked(message));
        }

        if (_awaited is null)
        {
            _ready.SetResult();
        }

        _ = Pump();
        await _ready.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>Shows the server that the connection is used.</summary>
    public async Task Ping()
    {
        try
        {
            await (_ping is null ? Task.CompletedTask : Send(Masked(_ping)));
        }
        catch (SocketException)
        {
            // Closed by the server; what is missing shows in the books.
            return;
        }
    }

    /// <summary>What an author's next post must be.</summary>
    public int Next(int author) => _next[author];

    public void Dispose() => _socket.Dispose();

    private async Task Pump()
    {
        try
        {
            while (true)
            {
                Look();
                await Receive();
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or IOException)
        {
            // Closed; what is missing shows in the books.
            _ready.TrySetException(error);
        }
    }

    private void Look()
    {
        if (_awaited is not null && _buffer.AsSpan(0, _filled).IndexOf(Encoding.ASCII.GetBytes(_awaited)) >= 0)
        {
            _awaited = null;
            _ready.TrySetResult();
        }

        _now = PushClock.Microseconds;
        Consume(_frames.Read(_buffer.AsSpan(0, _filled), _arrive));
    }

    private void Arrive(PushPost post)
    {
        if (!_graph.Reaches(post.Author, _number) || post.Sequence < _next[post.Author])
        {
            Duplicated++;
            return;
        }

        OutOfOrder += post.Sequence > _next[post.Author] ? 1 : 0;
        _next[post.Author] = post.Sequence + 1;
        Delivered++;
        _latencies.Add(_now - post.DueMicroseconds);
    }

    private async Task Receive()
    {
        var received = await _socket.ReceiveAsync(_buffer.AsMemory(_filled));
        _filled += received > 0 ? received : throw new IOException("The server closed the connection.");
    }

    private void Consume(int bytes)
    {
        _buffer.AsSpan(bytes, _filled - bytes).CopyTo(_buffer);
        _filled -= bytes;
    }

    private async Task Send(byte[] bytes) => await _socket.SendAsync(bytes);

    /// <summary>A text message of a client; masked with zeros, which changes nothing.</summary>
    private static byte[] Masked(string message)
    {
        var text = Encoding.UTF8.GetBytes(message);
        byte[] length = text.Length < 126 ? [(byte)(0x80 | text.Length)] : [0x80 | 126, (byte)(text.Length >> 8), (byte)text.Length];
        return [0x81, .. length, 0, 0, 0, 0, .. text];
    }
}
