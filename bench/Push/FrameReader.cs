using System.Buffers.Binary;

namespace OrleansMixi.Push;

/// <summary>Takes the posts out of a stream of WebSocket frames, wherever the stream was cut.</summary>
internal struct FrameReader
{
    // How far into a message it is seen what SignalR calls it.
    private const int Named = 32;
    private byte[]? _tail;
    private bool _continues;
    private long _left;

    /// <summary>Frames begun so far.</summary>
    public int Frames { get; private set; }

    /// <summary>Messages among them that say that posts were left out, or that the reader has to start anew.</summary>
    public int Gaps { get; private set; }

    /// <summary>Reads what came; answers how many bytes are done with. The rest has to come again with what follows it.</summary>
    public int Read(ReadOnlySpan<byte> stream, Action<PushPost> post)
    {
        var done = 0;
        while (true)
        {
            if (_left == 0)
            {
                var header = Header(stream[done..]);
                if (header == 0)
                {
                    return done;
                }

                done += header;
                continue;
            }

            var whole = _left <= stream.Length - done;
            var part = stream.Slice(done, (int)Math.Min(_left, stream.Length - done));
            if (_tail is not null && !whole && part.Length < PushPost.Length)
            {
                return done;
            }

            var taken = Posts(part, whole, post);
            (done, _left) = (done + taken, _left - taken);
            if (!whole)
            {
                return done;
            }
        }
    }

    private int Posts(ReadOnlySpan<byte> part, bool whole, Action<PushPost> post)
    {
        var done = Across(part, post);
        while (part[done..].IndexOf(PushPost.Mark) is >= 0 and var at && part.Length - done - at >= PushPost.Length)
        {
            done += at + PushPost.Length;
            post(PushPost.Read(part[(done - PushPost.Length + PushPost.Mark.Length)..]));
        }

        if (whole && _continues)
        {
            _tail = part[Math.Max(done, part.Length - PushPost.Length + 1)..].ToArray();
        }

        return whole ? part.Length : Math.Max(done, part.Length - PushPost.Length);
    }

    /// <summary>A message may come in several frames, cut anywhere: takes the post that the cut went through; answers how far it reached into this part.</summary>
    private int Across(ReadOnlySpan<byte> part, Action<PushPost> post)
    {
        if (_tail is not { } tail)
        {
            return 0;
        }

        _tail = null;
        ReadOnlySpan<byte> joined = [.. tail, .. part[..Math.Min(part.Length, PushPost.Length)]];
        var at = joined.IndexOf(PushPost.Mark);
        if (at < 0 || at >= tail.Length || joined.Length - at < PushPost.Length)
        {
            return 0;
        }

        post(PushPost.Read(joined[(at + PushPost.Mark.Length)..]));
        return at + PushPost.Length - tail.Length;
    }

    private int Header(ReadOnlySpan<byte> stream)
    {
        if (stream.Length < 2)
        {
            return 0;
        }

        var (length, size) = (stream[1] & 0x7f) switch
        {
            126 => (stream.Length < 4 ? -1 : BinaryPrimitives.ReadUInt16BigEndian(stream[2..]), 4),
            127 => (stream.Length < 10 ? -1 : BinaryPrimitives.ReadInt64BigEndian(stream[2..]), 10),
            var few => (few, 2),
        };
        if (length < 0 || stream.Length < size + Math.Min(length, Named))
        {
            return 0;
        }

        Frames++;
        Gaps += LeavesOut(stream[size..(size + (int)Math.Min(length, Named))]) ? 1 : 0;
        _left = length;
        _continues = (stream[0] & 0x80) == 0;
        return size;
    }

    private static bool LeavesOut(ReadOnlySpan<byte> message) =>
        message.IndexOf("\"target\":\"Gap\""u8) >= 0 || message.IndexOf("\"target\":\"Reset\""u8) >= 0;
}
