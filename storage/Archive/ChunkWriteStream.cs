namespace OrleansMixi.Archive;

/// <summary>
/// Takes a file in and keeps it in pieces. Writing only fills memory; who writes calls <see cref="Drain"/> often enough,
/// and <see cref="Complete"/> at the end.
/// </summary>
public sealed class ChunkWriteStream(ArchiveChunks chunks, ArchiveJob job, long limit) : Stream
{
    private readonly MemoryStream _waiting = new();
    private int _number;

    /// <summary>Bytes taken in so far.</summary>
    public override long Length => ((long)_number * ArchiveChunks.Size) + _waiting.Length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Position
    {
        get => Length;
        set => throw new NotSupportedException();
    }

    /// <summary>Puts whole pieces away.</summary>
    public async Task Drain()
    {
        if (Length > limit)
        {
            throw new MixiException("too-large", $"The archive has more than {limit} bytes (Mixi:Archive:MaxBytes).", "file");
        }

        while (_waiting.Length >= ArchiveChunks.Size)
        {
            await Put(ArchiveChunks.Size);
        }
    }

    /// <summary>Puts the rest away; answers the size of the file.</summary>
    public async Task<long> Complete()
    {
        await Drain();
        var length = Length;
        if (_waiting.Length > 0)
        {
            await Put((int)_waiting.Length);
        }

        return length;
    }

    public override void Write(byte[] buffer, int offset, int count) => _waiting.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _waiting.Write(buffer);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async Task Put(int count)
    {
        var all = _waiting.GetBuffer();
        await chunks.Put(job, _number++, all[..count]);
        var rest = (int)_waiting.Length - count;
        Buffer.BlockCopy(all, count, all, 0, rest);
        _waiting.SetLength(rest);
    }
}
