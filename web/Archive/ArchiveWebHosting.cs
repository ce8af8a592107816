using OrleansMixi.Pages.Archive;

namespace OrleansMixi.Archive;

/// <summary>Registers and maps the edge of archives.</summary>
internal static class ArchiveWebHosting
{
    public static IServiceCollection AddArchiveEdge(this IServiceCollection services) =>
        services.AddArchiveIntake().AddSingleton<ArchiveDesk>().AddSingleton<ArchiveSuggestions>();

    public static void MapArchiveEdge(this IEndpointRouteBuilder app)
    {
        app.MapArchives();
        ArchiveActions.Map(app);
    }
}
