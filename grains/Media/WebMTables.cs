using System.Text;

namespace OrleansMixi.Media;

/// <summary>The elements of a WebM file: its kind must say so, and there must be a track with a picture. Tags are made void in place.</summary>
internal sealed class WebMTables(Stream file)
{
    private const int MaxElements = 200_000;
    private const long Unknown = -1;

    private const ulong Header = 0x1A45DFA3;
    private const ulong DocType = 0x4282;
    private const ulong Segment = 0x18538067;
    private const ulong Tracks = 0x1654AE6B;
    private const ulong Track = 0xAE;
    private const ulong Video = 0xE0;
    private const ulong Width = 0xB0;
    private const ulong Height = 0xBA;
    private const ulong Cluster = 0x1F43B675;
    private const ulong Tags = 0x1254C367;

    private int _elements;
    private int _width;
    private int _height;
    private bool _isWebM;
    private bool _data;

    /// <summary>Width and height of the first track with a picture.</summary>
    public (int Width, int Height) Read()
    {
        Walk(0, file.Length);
        return _isWebM && _data ? (_width, _height) : throw new InvalidDataException();
    }

    private void Walk(long from, long to)
    {
        while (from < to)
        {
            if (++_elements > MaxElements)
            {
                throw new InvalidDataException();
            }

            file.Position = from;
            var id = Number(keepMarker: true, out _);
            var size = Number(keepMarker: false, out var unknown);
            var start = file.Position;
            var length = unknown ? Unknown : (long)size;
            if (length > to - start)
            {
                throw new InvalidDataException();
            }

            var end = length == Unknown ? to : start + length;
            if (Element(id, from, start, end) && length == Unknown)
            {
                // Written while it was recorded: what follows belongs to the clusters.
                return;
            }

            from = end;
        }
    }

    /// <summary>Takes an element in; true if it is a cluster, whose inside does not matter.</summary>
    private bool Element(ulong id, long from, long start, long end)
    {
        switch (id)
        {
            case Header or Segment or Tracks or Track or Video:
                Walk(start, end);
                break;
            case DocType:
                _isWebM = Text(start, end) == "webm";
                break;
            case Width when _width == 0:
                _width = Value(start, end);
                break;
            case Height when _height == 0:
                _height = Value(start, end);
                break;
            case Cluster:
                _data = true;
                return true;
            case Tags when end - from >= 9:
                MakeVoid(from, end);
                break;
        }

        return false;
    }

    private void MakeVoid(long from, long end)
    {
        var rest = (ulong)(end - from - 9);
        file.Position = from;
        file.WriteByte(0xEC);
        file.WriteByte(0x01);
        for (var shift = 48; shift >= 0; shift -= 8)
        {
            file.WriteByte((byte)(rest >> shift));
        }

        VideoCheck.Blank(file, from + 9, end);
    }

    /// <summary>A number whose first byte tells its length; all ones mean that the size was not known.</summary>
    private ulong Number(bool keepMarker, out bool unknown)
    {
        var first = Byte();
        var length = System.Numerics.BitOperations.LeadingZeroCount((uint)first) - 23;
        if (length > 8)
        {
            throw new InvalidDataException();
        }

        var mask = (1UL << (8 - length)) - 1;
        var (value, ones) = (keepMarker ? first : first & mask, (first & mask) == mask);
        for (var i = 1; i < length; i++)
        {
            var next = Byte();
            value = (value << 8) | next;
            ones &= next == 0xff;
        }

        unknown = ones;
        return value;
    }

    private ulong Byte() => file.ReadByte() is var read and >= 0 ? (ulong)read : throw new EndOfStreamException();

    private int Value(long start, long end)
    {
        var value = 0UL;
        file.Position = start;
        for (var i = 0; i < Math.Min(end - start, 4); i++)
        {
            value = (value << 8) | Byte();
        }

        return (int)Math.Min(value, int.MaxValue);
    }

    private string Text(long start, long end)
    {
        var bytes = new byte[Math.Min(end - start, 32)];
        file.Position = start;
        file.ReadExactly(bytes);
        return Encoding.ASCII.GetString(bytes).TrimEnd('\0');
    }
}
