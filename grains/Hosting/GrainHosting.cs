using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrleansMixi.Archive;
using OrleansMixi.Diaries;
using OrleansMixi.Friends;
using OrleansMixi.Members;
using OrleansMixi.News;
using OrleansMixi.Posts;
using OrleansMixi.Timelines;

namespace OrleansMixi.Hosting;

/// <summary>Registers what grains need beside storage.</summary>
public static class GrainHosting
{
    /// <summary>Adds the grains' options and metrics.</summary>
    public static IServiceCollection AddMixiGrains(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TimelineOptions>().Bind(configuration.GetSection("Mixi:Timelines")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<LimitOptions>().Bind(configuration.GetSection("Mixi:Limits")).ValidateDataAnnotations().ValidateOnStart();
        services.AddMixiNews(configuration).AddHostedService<NewsSchedule>();
        services.AddHostedService<DiarySchedule>().AddArchives();
        return services.AddSingleton<MixiMetrics>().AddSingleton<TopicNumbers>().AddSingleton<Friendships>().AddSingleton<Blocks>().AddSingleton<Threads>().AddMixiViewers();
    }

    /// <summary>Adds reading and posting outside feeds, for whoever does it by hand.</summary>
    public static IServiceCollection AddMixiNews(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FeedLimits>().Bind(configuration.GetSection("Mixi:News")).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<FeedFetcher>().AddSingleton<NewsDesk>();
    }
}
