using OrleansMixi.Accounts;
using OrleansMixi.Circles;
using OrleansMixi.Administration;
using OrleansMixi.Archive;
using OrleansMixi.Communities;
using OrleansMixi.Demo;
using OrleansMixi.Diaries;
using OrleansMixi.Feeds;
using OrleansMixi.Followers;
using OrleansMixi.Friends;
using OrleansMixi.Introductions;
using OrleansMixi.Live;
using OrleansMixi.Log;
using OrleansMixi.Media;
using OrleansMixi.Members;
using OrleansMixi.Messages;
using OrleansMixi.Mutes;
using OrleansMixi.Mail;
using OrleansMixi.Moderation;
using OrleansMixi.News;
using OrleansMixi.Notifications;
using OrleansMixi.Pages;
using OrleansMixi.Pages.Actions;
using OrleansMixi.Pages.Data;
using OrleansMixi.Pages.Diaries;
using OrleansMixi.Pages.Profiles;
using OrleansMixi.Plans;
using OrleansMixi.Posts;
using OrleansMixi.Profiles;
using OrleansMixi.Reactions;
using OrleansMixi.Search;
using OrleansMixi.Timelines;

namespace OrleansMixi.Hosting;

/// <summary>Registers and maps the edge: API, hub, pages.</summary>
internal static class WebHosting
{
    public static IServiceCollection AddMixiWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TownOptions>().Bind(configuration.GetSection("Mixi")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PostViews>().AddSingleton<TimelineReader>().AddSingleton<HomeReader>().AddSingleton<Viewers>();
        services.AddMixiCommunities();
        services.AddSingleton<PageItems>().AddSingleton<ILogFollower>(provider => provider.GetRequiredService<PageItems>());
        services.AddMixiViewers().AddMixiNotificationPages().AddMixiSearch();
        services.AddSingleton<TokenCache>().AddSingleton<ILogFollower>(provider => provider.GetRequiredService<TokenCache>());
        services.AddSingleton<AccessLog>();
        services.AddMixiMedia(configuration);
        services.AddMixiMessaging();
        services.AddMixiPages().AddScoped<IPageData, PageData>().AddScoped<ITownDirectory, TownDirectory>().AddScoped<TopicCards>().AddScoped<PageCards>().AddScoped<DiaryPages>().AddSingleton<WhyFinder>();
        services.AddSingleton<DemoFolk>().AddSingleton<DemoPictures>().AddSingleton<DemoWriting>().AddSingleton<DemoTown>().AddSingleton<DemoBot>().AddSingleton<DemoHosting>().AddHostedService(provider => provider.GetRequiredService<DemoHosting>());
        services.ConfigureHttpJsonOptions(json => MixiJson.Apply(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddExceptionHandler<ProblemMapper>().AddProblemDetails();
        services.AddMixiProfiles().AddMixiCircles().AddMixiMutes().AddPeoplePages();
        services.AddMixiMail(configuration).AddMixiModeration().AddScoped<AdminDesk>().AddSingleton<AdminPlans>();
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
        app.MapPeoplePages();
        app.MapProfiles();
        app.MapIntroductions();
        app.MapCircles();
        app.MapFollowers();
        app.MapMutes();
        app.MapCommunities();
        app.MapAccountApi();
        app.MapPlans();
        app.MapMixiMedia();
        app.MapSignUp();
        app.MapMail();
        app.MapModeration();
        app.MapAdministration();
        app.MapNews();
        app.MapNotifications();
        app.MapSearch();
        app.MapFeeds();
        app.MapMessaging();
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
