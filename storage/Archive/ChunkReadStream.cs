namespace OrleansMixi.Archive;

/// <summary>A file in pieces as a stream that can be read from anywhere; one piece is in memory at a time.</summary>
public sealed class ChunkReadStream(ArchiveChunks chunks, long job, long length) : Stream
{
    private byte[] _chunk = [];
    private int _number = -1;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= length || buffer.Length == 0)
        {
            return 0;
        }

        var number = (int)(Position / ArchiveChunks.Size);
        if (number != _number)
        {
            _chunk = await chunks.Get(job, number, cancellationToken) ?? throw new EndOfStreamException("A piece of the file is gone.");
            _number = number;
        }

        var rest = _chunk.AsMemory((int)(Position % ArchiveChunks.Size));
        var count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        Position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // The reader of zip directories reads without waiting in a few places; the pieces come from a database nearby.
    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
