using System.IO.Pipelines;

namespace OrleansMixi.Timelines;

/// <summary>Fills a writer's buffers one after the other: asking it for room and telling what was used takes the connection's locks, so it is done once per buffer.</summary>
internal ref struct PageRoom(PipeWriter output)
{
    private Span<byte> _room = output.GetSpan();
    private int _used;

    public void Put(ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            var fits = Math.Min(bytes.Length, _room.Length - _used);
            bytes[..fits].CopyTo(_room[_used..]);
            _used += fits;
            if (fits == bytes.Length)
            {
                return;
            }

            bytes = bytes[fits..];
            Close();
            _room = output.GetSpan();
            _used = 0;
        }
    }

    public readonly void Close() => output.Advance(_used);
}
