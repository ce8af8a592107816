namespace OrleansMixi.Media;

/// <summary>What every store of files promises.</summary>
public abstract class BlobConformance
{
    private static int _keys;

    /// <summary>The store under test.</summary>
    protected abstract IBlobStore Store { get; }

    [Fact]
    public async Task A_file_is_read_whole_and_from_a_byte_on()
    {
        var (key, bytes) = (Key(), Bytes(300_000));
        await Store.Put(key, new MemoryStream(bytes), TestContext.Current.CancellationToken);
        Assert.Equal(bytes, await Read(key, 0));
        Assert.Equal(bytes[1_000..], await Read(key, 1_000));
        Assert.Equal(bytes[^1..], await Read(key, bytes.Length - 1));
    }

    [Fact]
    public async Task What_is_deleted_or_never_was_is_not_there_and_deleting_twice_is_no_fault()
    {
        var key = Key();
        Assert.Null(await Store.Get(key, cancellationToken: TestContext.Current.CancellationToken));
        await Store.Put(key, new MemoryStream([1, 2, 3]), TestContext.Current.CancellationToken);
        await Store.Delete(key, TestContext.Current.CancellationToken);
        await Store.Delete(key, TestContext.Current.CancellationToken);
        Assert.Null(await Store.Get(key, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_that_breaks_off_while_it_is_written_is_not_there()
    {
        var key = Key();
        await Assert.ThrowsAnyAsync<Exception>(() => Store.Put(key, new BrokenStream(50_000), TestContext.Current.CancellationToken));
        Assert.Null(await Store.Get(key, cancellationToken: TestContext.Current.CancellationToken));
    }

    private async Task<byte[]> Read(string key, long from)
    {
        await using var stream = await Store.Get(key, from, TestContext.Current.CancellationToken);
        using var all = new MemoryStream();
        await stream!.CopyToAsync(all, TestContext.Current.CancellationToken);
        return all.ToArray();
    }

    private static string Key() => BlobKey.Of(0x1234_5678_0000 + Interlocked.Increment(ref _keys), small: true);

    private static byte[] Bytes(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(i * 31 >> 3))];
}
