namespace OrleansMixi.Media;

/// <summary>The bucket behind a server of its own process; skipped where none is installed.</summary>
public sealed class S3BlobTests(S3Server server) : BlobConformance, IClassFixture<S3Server>, IDisposable
{
    private readonly S3Blobs? _store = server.Address is null
        ? null
        : new(new BlobOptions { Bucket = S3Server.Bucket, Address = server.Address, AccessKey = "test", SecretKey = "secret" });

    protected override IBlobStore Store
    {
        get
        {
            Assert.SkipWhen(_store is null, "No S3 server here: pip install \"moto[server]\".");
            return _store!;
        }
    }

    public void Dispose() => _store?.Dispose();
}
