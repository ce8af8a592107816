using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrleansMixi.Albums;
using OrleansMixi.Log;
using OrleansMixi.Storage;

namespace OrleansMixi.Media;

/// <summary>Registers pictures, albums and where their files lie.</summary>
internal static class MediaHosting
{
    public static IServiceCollection AddMixiMediaStores(this IServiceCollection services, IConfiguration configuration, Database database)
    {
        services.AddOptions<MediaOptions>().Bind(configuration.GetSection("Mixi:Media")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<BlobOptions>().Bind(configuration.GetSection("Mixi:Blobs")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<AlbumOptions>().Bind(configuration.GetSection("Mixi:Albums")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<MediaStore>().AddSingleton<MediaPlaces>().AddSingleton<AlbumStore>();
        services.AddSingleton(provider => Blobs(provider.GetRequiredService<IOptions<BlobOptions>>().Value, database));
        services.AddSingleton<MediaSweep>().AddSingleton<ILogFollower>(provider => provider.GetRequiredService<MediaSweep>());
        return services.AddHostedService(provider => provider.GetRequiredService<MediaSweep>());
    }

    private static IBlobStore Blobs(BlobOptions options, Database database) =>
        options.Bucket is not null ? new S3Blobs(options) : new FolderBlobs(options.Folder ?? Folder(database));

    private static string Folder(Database database) =>
        Path.Combine(database is SqliteDatabase sqlite ? Path.GetDirectoryName(sqlite.File)! : DatabaseLocation.DataFolder(), "blobs");
}
