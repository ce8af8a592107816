using System.Net;
using System.Net.Sockets;
using System.Text;
using OrleansMixi.Push;

namespace OrleansMixi.EndToEnd;

/// <summary>
/// A member who posts over a kept HTTP connection, one request at a time: a post that is due before the last was answered
/// waits, and its latency counts from when it was due.
/// </summary>
internal sealed class Author(int number, int port, string token, PushLatencies answers) : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly Queue<PushPost> _waiting = [];
    private readonly byte[] _answer = new byte[8 * 1024];
    private bool _busy;
    private int _written;
    private int _answered;

    /// <summary>Posts written so far, answered or not.</summary>
    public int Written => _written;

    /// <summary>Posts that the server said it keeps.</summary>
    public int Answered => Volatile.Read(ref _answered);

    /// <summary>What went wrong, if something did.</summary>
    public Exception? Fault { get; private set; }

    public Task Connect() => _socket.ConnectAsync(IPAddress.Loopback, port);

    /// <summary>Writes a post as soon as the ones before are answered.</summary>
    public void Write(long dueMicroseconds)
    {
        var post = new PushPost(number, _written++, dueMicroseconds);
        lock (_waiting)
        {
            if (_busy)
            {
                _waiting.Enqueue(post);
                return;
            }

            _busy = true;
        }

        _ = Send(post);
    }

    public void Dispose() => _socket.Dispose();

    private async Task Send(PushPost first)
    {
        try
        {
            for (PushPost? next = first; next is { } post; next = Next())
            {
                await _socket.SendAsync(Request(post));
                await Answer();
                answers.Add(PushClock.Microseconds - post.DueMicroseconds);
                Interlocked.Increment(ref _answered);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or IOException)
        {
            // What is missing shows in the books.
            Fault = error;
        }
    }

    private PushPost? Next()
    {
        lock (_waiting)
        {
            _busy = _waiting.TryDequeue(out var post);
            return _busy ? post : null;
        }
    }

    private byte[] Request(PushPost post)
    {
        var json = $$"""{"text":"{{post.Text}}"}""";
        return Encoding.ASCII.GetBytes(
            $"POST /api/posts HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\n\r\n{json}");
    }

    /// <summary>Reads one answer to its end, which is that of a chunked body or of the JSON object.</summary>
    private async Task Answer()
    {
        for (var filled = 0; ;)
        {
            var received = await _socket.ReceiveAsync(_answer.AsMemory(filled));
            filled += received > 0 ? received : throw new IOException("The server closed the connection.");
            var answer = _answer.AsMemory(0, filled);
            if (filled > 12 && !answer.Span.StartsWith("HTTP/1.1 201"u8))
            {
                throw new IOException($"A post was refused:\n{Encoding.UTF8.GetString(answer.Span)}");
            }

            if (answer.Span.EndsWith("0\r\n\r\n"u8) || (answer.Span.EndsWith("}"u8) && answer.Span.IndexOf("Content-Length"u8) > 0))
            {
                return;
            }
        }
    }
}
