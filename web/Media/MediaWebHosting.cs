using Microsoft.AspNetCore.Http.Features;
using OrleansMixi.Albums;
using OrleansMixi.Pages.Shell;

namespace OrleansMixi.Media;

/// <summary>Registers what takes pictures in, serves them and shows them in albums.</summary>
internal static class MediaWebHosting
{
    public static IServiceCollection AddMixiMedia(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMediaIntake().AddSingleton<MediaDoor>().AddSingleton<MediaWords>().AddSingleton<MediaPages>().AddSingleton<FormPictures>();
        services.AddSingleton<AlbumKeeper>().AddSingleton<AlbumViews>().AddSingleton<AlbumPages>();
        services.AddSingleton<IFaces, Faces>();

        // Larger bodies than a form of words has are let in by those who take pictures, see FormPictures.
        var media = configuration.GetSection("Mixi:Media").Get<MediaOptions>() ?? new();
        services.Configure<FormOptions>(forms => forms.MultipartBodyLengthLimit = media.MaxFormBytes);
        return services;
    }

    public static void MapMixiMedia(this IEndpointRouteBuilder app)
    {
        app.MapMedia();
        app.MapAlbums();
        MediaFiles.Map(app);
        MediaActions.Map(app);
        AlbumActions.Map(app);
    }
}
