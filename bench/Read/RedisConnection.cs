using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace OrleansMixi.Read;

/// <summary>Just enough of Redis's protocol, with buffers that are used again: the client must not be what is measured.</summary>
internal sealed class RedisConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _input = new byte[1 << 20];
    private byte[] _output = new byte[1 << 16];
    private int _start;
    private int _end;
    private int _commands;

    public RedisConnection(int port) => _socket.Connect("127.0.0.1", port);

    /// <summary>Bytes that wait to be sent.</summary>
    public int Pending { get; private set; }

    /// <summary>A command in the protocol's bytes.</summary>
    public static byte[] Command(params IReadOnlyList<byte[]> words)
    {
        using var command = new MemoryStream();
        command.Write(Encoding.ASCII.GetBytes($"*{words.Count}\r\n"));
        foreach (var word in words)
        {
            command.Write(Encoding.ASCII.GetBytes($"${word.Length}\r\n"));
            command.Write(word);
            command.Write("\r\n"u8);
        }

        return command.ToArray();
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (Pending + bytes.Length > _output.Length)
        {
            Array.Resize(ref _output, 2 * (Pending + bytes.Length));
        }

        bytes.CopyTo(_output.AsSpan(Pending));
        Pending += bytes.Length;
        _commands += bytes.Length > 0 ? 1 : 0;
    }

    /// <summary>Sends what waits.</summary>
    public void Flush()
    {
        for (var sent = 0; sent < Pending;)
        {
            sent += _socket.Send(_output.AsSpan(sent, Pending - sent));
        }

        Pending = 0;
    }

    /// <summary>Reads the one-line answers to all commands so far.</summary>
    public void Answers()
    {
        for (; _commands > 0; _commands--)
        {
            Line();
        }
    }

    /// <summary>Reads a list of ids and asks for the posts behind them.</summary>
    public void WriteGetFromList()
    {
        var count = Number();
        Write(Encoding.ASCII.GetBytes($"*{count + 1}\r\n$4\r\nMGET\r\n"));
        Span<byte> head = stackalloc byte[16];
        for (var i = 0; i < count; i++)
        {
            var id = Bulk();
            head[0] = (byte)'$';
            Utf8Formatter.TryFormat(id.Length + 1, head[1..], out var digits);
            Write(head[..(digits + 1)]);
            Write("\r\np"u8);
            Write(id);
            Write("\r\n"u8);
        }
    }

    /// <summary>Reads a list over; answers how many there were.</summary>
    public int ReadArray()
    {
        var count = Number();
        var there = 0;
        for (var i = 0; i < count; i++)
        {
            there += Bulk().Length > 0 ? 1 : 0;
        }

        return there;
    }

    public void Dispose() => _socket.Dispose();

    private ReadOnlySpan<byte> Bulk()
    {
        var length = Number();
        while (_end - _start < length + 2)
        {
            Receive();
        }

        var bytes = _input.AsSpan(_start, length);
        _start += length + 2;
        return bytes;
    }

    private int Number() => Utf8Parser.TryParse(Line()[1..], out int number, out _) ? number : throw new InvalidOperationException("Redis refused a command.");

    private ReadOnlySpan<byte> Line()
    {
        int length;
        while ((length = _input.AsSpan(_start, _end - _start).IndexOf((byte)'\n')) < 0)
        {
            Receive();
        }

        var line = _input.AsSpan(_start, length - 1);
        _start += length + 1;
        return line;
    }

    private void Receive()
    {
        _input.AsSpan(_start, _end - _start).CopyTo(_input);
        (_start, _end) = (0, _end - _start);
        var read = _socket.Receive(_input, _end, _input.Length - _end, SocketFlags.None);
        _end += read > 0 ? read : throw new InvalidOperationException("Redis closed the connection.");
    }
}
