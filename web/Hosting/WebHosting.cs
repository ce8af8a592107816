using OrleansMixi.Accounts;
using OrleansMixi.Archive;
using OrleansMixi.Communities;
using OrleansMixi.Demo;
using OrleansMixi.Diaries;
using OrleansMixi.Feeds;
using OrleansMixi.Friends;
using OrleansMixi.Live;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.News;
using OrleansMixi.Pages;
using OrleansMixi.Pages.Actions;
using OrleansMixi.Pages.Data;
using OrleansMixi.Pages.Diaries;
using OrleansMixi.Posts;
using OrleansMixi.Reactions;
using OrleansMixi.Timelines;

namespace OrleansMixi.Hosting;

/// <summary>Registers and maps the edge: API, hub, pages.</summary>
internal static class WebHosting
{
    public static IServiceCollection AddMixiWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TownOptions>().Bind(configuration.GetSection("Mixi")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PostViews>().AddSingleton<TimelineReader>().AddSingleton<HomeReader>().AddSingleton<Viewers>().AddSingleton<CommunityFounder>().AddSingleton<CommunityDoor>();
        services.AddSingleton<PageItems>().AddSingleton<ILogFollower>(provider => provider.GetRequiredService<PageItems>());
        services.AddMixiViewers();
        services.AddSingleton<TokenCache>().AddSingleton<ILogFollower>(provider => provider.GetRequiredService<TokenCache>());
        services.AddSingleton<AccessLog>();
        services.AddSingleton<DemoTown>().AddSingleton<DemoBot>().AddHostedService<DemoHosting>();
        services.AddMixiPages().AddScoped<IPageData, PageData>().AddScoped<ITownDirectory, TownDirectory>().AddScoped<TopicCards>().AddScoped<PageCards>().AddScoped<DiaryPages>();
        services.ConfigureHttpJsonOptions(json => MixiJson.Apply(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddExceptionHandler<ProblemMapper>().AddProblemDetails();
        services.AddArchiveEdge();
        return services.AddMixiLive(configuration).AddMixiDocs();
    }

    public static void MapMixiApi(this IEndpointRouteBuilder app)
    {
        app.MapPosts();
        app.MapTimelines();
        app.MapFollows();
        app.MapBlocks();
        app.MapReactions();
        app.MapDiaries();
        DiaryActions.Map(app);
        app.MapMembers();
        app.MapCommunities();
        app.MapAccountApi();
        app.MapNews();
        app.MapFeeds();
        app.MapLive();
        app.MapArchiveEdge();
        app.MapMixiDocs();
        app.Map("/api/{**rest}", Nothing).ExcludeFromDescription();
    }

    private static IResult Nothing(HttpContext http)
    {
        // Routing passes over addresses that take JSON when something else is sent.
        if (http.Request.ContentType is not null && !http.Request.HasJsonContentType())
        {
            throw Errors.Invalid("Content-Type", "Send JSON with 'Content-Type: application/json'.");
        }

        throw new MixiException("not-found", "There is no such address in the API; /openapi/v1.json lists them.");
    }
}
