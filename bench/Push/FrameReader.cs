using System.Buffers.Binary;

namespace OrleansMixi.Push;

/// <summary>Takes the posts out of a stream of WebSocket frames, wherever the stream was cut.</summary>
internal struct FrameReader
{
    private long _left;

    /// <summary>Frames begun so far.</summary>
    public int Frames { get; private set; }

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
            var taken = Posts(part, whole, post);
            (done, _left) = (done + taken, _left - taken);
            if (!whole)
            {
                return done;
            }
        }
    }

    private static int Posts(ReadOnlySpan<byte> part, bool whole, Action<PushPost> post)
    {
        var done = 0;
        while (part[done..].IndexOf(PushPost.Mark) is >= 0 and var at && part.Length - done - at >= PushPost.Length)
        {
            done += at + PushPost.Length;
            post(PushPost.Read(part[(done - PushPost.Length + PushPost.Mark.Length)..]));
        }

        return whole ? part.Length : Math.Max(done, part.Length - PushPost.Length);
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
        if (length < 0)
        {
            return 0;
        }

        Frames++;
        _left = length;
        return size;
    }
}
