namespace OrleansMixi.Media;

/// <summary>
/// Where files lie: a folder, or anything that speaks S3. A key is written once and never changed. What <see cref="Put"/>
/// answered for is durable and read whole by every host; a put that failed leaves nothing that can be read.
/// </summary>
public interface IBlobStore
{
    /// <summary>Keeps a file.</summary>
    Task Put(string key, Stream content, CancellationToken cancellationToken = default);

    /// <summary>A file from a byte on; null if there is none. The caller disposes the stream.</summary>
    Task<Stream?> Get(string key, long from = 0, CancellationToken cancellationToken = default);

    /// <summary>Deletes a file. Idempotent.</summary>
    Task Delete(string key, CancellationToken cancellationToken = default);
}
