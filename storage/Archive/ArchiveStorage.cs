using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace OrleansMixi.Archive;

/// <summary>Registers the tables of archives.</summary>
internal static class ArchiveStorage
{
    public static IServiceCollection AddArchiveStores(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ArchiveOptions>().Bind(configuration.GetSection("Mixi:Archive")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ArchiveJobStore>().AddSingleton<ArchiveChunks>().AddSingleton<ArchiveKeptStore>().AddSingleton<BlogStore>();
        services.AddSingleton<ArchiveSources>().AddSingleton<OwnMedia>().AddSingleton<OwnAlbums>().AddSingleton<OwnBoards>().AddSingleton<OwnMessages>().AddSingleton<OwnRequests>().AddSingleton<OwnPlans>();
        return services.AddSingleton<OwnPosts>().AddSingleton<OwnReactions>().AddSingleton<OwnGroups>();
    }
}
