namespace OrleansMixi.Media;

/// <summary>Gives half of what it promises, then breaks.</summary>
internal sealed class BrokenStream(int length) : MemoryStream(new byte[length])
{
    public override int Read(byte[] buffer, int offset, int count) => Break(base.Read(buffer, offset, Math.Min(count, length / 4)));

    public override int Read(Span<byte> buffer) => Break(base.Read(buffer[..Math.Min(buffer.Length, length / 4)]));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer, offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw new IOException("The line broke.");

    private int Break(int read) => Position > length / 2 ? throw new IOException("The line broke.") : read;
}
