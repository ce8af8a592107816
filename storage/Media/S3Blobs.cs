using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace OrleansMixi.Media;

/// <summary>Files in a bucket of an S3-compatible store.</summary>
public sealed class S3Blobs : IBlobStore, IDisposable
{
    private readonly AmazonS3Client _client;
    private readonly string _bucket;

    public S3Blobs(BlobOptions options)
    {
        _bucket = options.Bucket ?? throw new ArgumentException("Mixi:Blobs:Bucket is missing.", nameof(options));

        // Newer checksums are unknown to many stores that speak S3; the signature covers the content anyhow.
        var config = new AmazonS3Config
        {
            ForcePathStyle = options.Address is not null,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (options.Address is null)
        {
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(options.Region);
        }
        else
        {
            (config.ServiceURL, config.AuthenticationRegion) = (options.Address, options.Region);
        }

        _client = options.AccessKey is null ? new(config) : new(new BasicAWSCredentials(options.AccessKey, options.SecretKey), config);
    }

    public Task Put(string key, Stream content, CancellationToken cancellationToken = default) =>
        _client.PutObjectAsync(new() { BucketName = _bucket, Key = key, InputStream = content, AutoCloseStream = false }, cancellationToken);

    public async Task<Stream?> Get(string key, long from = 0, CancellationToken cancellationToken = default)
    {
        try
        {
            var request = new GetObjectRequest { BucketName = _bucket, Key = key, ByteRange = from > 0 ? new($"bytes={from}-") : null };
            return (await _client.GetObjectAsync(request, cancellationToken)).ResponseStream;
        }
        catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public Task Delete(string key, CancellationToken cancellationToken = default) =>
        _client.DeleteObjectAsync(_bucket, key, cancellationToken);

    public void Dispose() => _client.Dispose();
}
