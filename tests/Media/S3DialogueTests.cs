namespace OrleansMixi.Media;

/// <summary>The bucket in a dialogue with a stand-in that checks what is asked.</summary>
public sealed class S3DialogueTests : BlobConformance, IAsyncLifetime
{
    private FakeS3 _server = null!;
    private S3Blobs _store = null!;

    protected override IBlobStore Store => _store;

    public async ValueTask InitializeAsync()
    {
        _server = await FakeS3.Start();
        _store = new(new BlobOptions { Bucket = "town", Address = _server.Address, AccessKey = "key", SecretKey = "secret" });
    }

    public async ValueTask DisposeAsync()
    {
        _store.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task It_asks_for_the_key_in_the_bucket_and_for_no_more_than_is_read()
    {
        await _store.Put("0a/b", new MemoryStream([1, 2, 3, 4]), TestContext.Current.CancellationToken);
        await (await _store.Get("0a/b", 2, TestContext.Current.CancellationToken))!.DisposeAsync();
        await _store.Delete("0a/b", TestContext.Current.CancellationToken);
        Assert.Equal(["PUT /town/0a/b", "GET /town/0a/b bytes=2-", "DELETE /town/0a/b"], _server.Asked);
    }
}
