using OrleansMixi.Albums;

namespace OrleansMixi.Media;

/// <summary>Registers what takes pictures in, serves them and shows them in albums.</summary>
internal static class MediaWebHosting
{
    public static IServiceCollection AddMixiMedia(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AlbumOptions>().Bind(configuration.GetSection("Mixi:Albums")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PictureMaker>().AddSingleton<MediaKeeper>().AddSingleton<MediaDoor>().AddSingleton<MediaWords>();
        services.AddSingleton<AlbumKeeper>().AddSingleton<AlbumViews>().AddSingleton<AlbumPages>();
        return services;
    }

    public static void MapMixiMedia(this IEndpointRouteBuilder app)
    {
        app.MapMedia();
        app.MapAlbums();
        MediaFiles.Map(app);
    }
}
