using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;

namespace OrleansMixi.Live;

/// <summary>
/// The writing side of an upgraded connection, straight on its socket. Kestrel and SignalR hand every write from pipe to pipe
/// and thread to thread, which costs more than the write; live frames are whole and small, and mostly fit the socket's own
/// buffer. All writes of the connection come here, one at a time, and a message is never broken into by another.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle nobody asked for holds nothing.")]
internal sealed class DirectSocket
{
    private const byte Final = 0x80;
    private const byte Control = 0x08;
    private const byte Kind = 0x0f;
    private const byte Farewell = 0x08;
    private readonly Socket _socket;
    private readonly SemaphoreSlim _turn = new(1);
    private bool _withinMessage;
    private bool _ended;

    public DirectSocket(Socket socket)
    {
        _socket = socket;

        // A send that finds no room says so at once; receiving is asynchronous and not touched.
        socket.Blocking = false;
    }

    /// <summary>Nothing more is written: whoever waits for its turn, perhaps behind a message that never came to its end, is told.</summary>
    public void End()
    {
        Volatile.Write(ref _ended, true);
        _turn.Release();
    }

    /// <summary>Writes a whole WebSocket frame. Done when it returns, unless the socket's buffer is full or another writes.</summary>
    public ValueTask Send(ReadOnlyMemory<byte> frame)
    {
        if (!_turn.Wait(0))
        {
            return WaitAndSend(frame);
        }

        var sent = Volatile.Read(ref _ended) ? 0 : TrySend(frame.Span);
        if (sent < frame.Length)
        {
            return SendRest(frame[sent..], endsTurn: true);
        }

        _turn.Release();
        return ValueTask.CompletedTask;
    }

    /// <summary>Writes a frame of SignalR's, which may send a message in several.</summary>
    public async ValueTask SendPart(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        var (first, control) = (frame.Span[0], (frame.Span[0] & Control) != 0);
        if (!_withinMessage)
        {
            await _turn.WaitAsync(cancellationToken);
        }

        _withinMessage = control ? _withinMessage : (first & Final) == 0;
        await SendRest(frame, endsTurn: !_withinMessage);
        if ((first & Kind) == Farewell)
        {
            // Behind a close frame nothing may come.
            Volatile.Write(ref _ended, true);
        }
    }

    private async ValueTask WaitAndSend(ReadOnlyMemory<byte> frame)
    {
        await _turn.WaitAsync();
        await SendRest(frame, endsTurn: true);
    }

    private async ValueTask SendRest(ReadOnlyMemory<byte> frame, bool endsTurn)
    {
        try
        {
            if (Volatile.Read(ref _ended))
            {
                throw new IOException("The connection has ended.");
            }

            while (frame.Length > 0)
            {
                frame = frame[await _socket.SendAsync(frame, SocketFlags.None)..];
            }
        }
        catch (SocketException error)
        {
            throw new IOException(error.Message, error);
        }
        finally
        {
            if (endsTurn)
            {
                _turn.Release();
            }
        }
    }

    private int TrySend(ReadOnlySpan<byte> frame)
    {
        try
        {
            // Without room for all of it the socket says "would block", and has taken a part.
            return _socket.Send(frame, SocketFlags.None, out _);
        }
        catch (ObjectDisposedException)
        {
            // Closed; sending the rest says so.
            return 0;
        }
    }
}
