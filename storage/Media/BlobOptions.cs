using System.ComponentModel.DataAnnotations;

namespace OrleansMixi.Media;

/// <summary>Where files lie, <c>Mixi:Blobs</c>: in a bucket if one is named, else in a folder.</summary>
public sealed record BlobOptions
{
    /// <summary>The folder; absent: <c>blobs</c> beside the SQLite database, else below <c>data/</c>. Several hosts must share it.</summary>
    [MaxLength(1_000)]
    public string? Folder { get; init; }

    /// <summary>The bucket of an S3-compatible store; absent: the folder is used.</summary>
    [MaxLength(63)]
    public string? Bucket { get; init; }

    /// <summary>The store's address, for stores other than Amazon's.</summary>
    [Url]
    public string? Address { get; init; }

    /// <summary>The bucket's region.</summary>
    [MaxLength(50)]
    public string Region { get; init; } = "us-east-1";

    /// <summary>The access key; absent: from the environment, as the AWS tools find it.</summary>
    [MaxLength(200)]
    public string? AccessKey { get; init; }

    /// <summary>The access key's secret.</summary>
    [MaxLength(200)]
    public string? SecretKey { get; init; }
}
