using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrleansMixi.Accounts;
using OrleansMixi.Archive;
using OrleansMixi.Diaries;
using OrleansMixi.Followers;
using OrleansMixi.Friends;
using OrleansMixi.Media;
using OrleansMixi.Members;
using OrleansMixi.Messages;
using OrleansMixi.News;
using OrleansMixi.Notifications;
using OrleansMixi.Reactions;
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
        // Only hosts with grains know all that is to be forgotten.
        services.AddHostedService(provider => provider.GetRequiredService<LeavingKeeper>());
        services.AddSingleton<IForgets, ForgetsSettings>().AddSingleton<IForgets, ForgetsReactions>().AddSingleton<InvitationTie>();
        services.AddHostedService<DiarySchedule>();
        return services.AddSingleton<MixiMetrics>().AddSingleton<TopicNumbers>().AddSingleton<FollowRequests>().AddSingleton<Follows>().AddSingleton<FriendNews>().AddSingleton<Friendships>().AddSingleton<Blocks>().AddSingleton<Threads>().AddSingleton<PostDesk>().AddSingleton<PostChanges>().AddSingleton<PostPictures>().AddSingleton<Correspondence>().AddMixiNotificationReaders().AddMixiViewers();
    }

    /// <summary>Adds reading and posting outside feeds, for whoever does it by hand.</summary>
    public static IServiceCollection AddMixiNews(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FeedLimits>().Bind(configuration.GetSection("Mixi:News")).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<FeedFetcher>().AddSingleton<NewsDesk>();
    }
}
