using System.Buffers;

namespace OrleansMixi.Live;

/// <summary>A frame's bytes while it is put together and written, in memory that is lent and goes back.</summary>
internal sealed class FrameBuffer : IBufferWriter<byte>
{
    private const int Smallest = 512;
    private byte[] _bytes = [];
    private int _length;

    /// <summary>What was written so far.</summary>
    public Memory<byte> Written => _bytes.AsMemory(0, _length);

    public void Advance(int count)
    {
        Reserve(count);
        _length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(1, sizeHint));
        return _bytes.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(1, sizeHint));
        return _bytes.AsSpan(_length);
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>Gives the memory back and begins anew.</summary>
    public void Return()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        (_bytes, _length) = ([], 0);
    }

    private void Reserve(int bytes)
    {
        if (_bytes.Length - _length >= bytes)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Smallest, Math.Max(_bytes.Length * 2, _length + bytes)));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        var length = _length;
        Return();
        (_bytes, _length) = (larger, length);
    }
}
