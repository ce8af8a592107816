namespace OrleansMixi.Media;

public sealed class FolderBlobTests : BlobConformance, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mixi-blobs-");

    protected override IBlobStore Store => new FolderBlobs(_folder.FullName);

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("aa/../../x")]
    [InlineData("/etc/passwd")]
    [InlineData("aa/b/c")]
    public async Task A_key_never_leads_out_of_the_folder(string key) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Get(key, cancellationToken: TestContext.Current.CancellationToken));

    [Fact]
    public async Task Nothing_is_left_of_a_file_that_broke_off()
    {
        await Assert.ThrowsAsync<IOException>(() => Store.Put(BlobKey.Of(5, false), new BrokenStream(9_000), TestContext.Current.CancellationToken));
        Assert.Empty(_folder.GetFiles("*", SearchOption.AllDirectories));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
