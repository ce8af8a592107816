using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrleansMixi.Circles;
using OrleansMixi.Accounts;
using OrleansMixi.Archive;
using OrleansMixi.Communities;
using OrleansMixi.Diaries;
using OrleansMixi.Footprints;
using OrleansMixi.Followers;
using OrleansMixi.Friends;
using OrleansMixi.Introductions;
using OrleansMixi.Live;
using OrleansMixi.Log;
using OrleansMixi.Media;
using OrleansMixi.Members;
using OrleansMixi.Messages;
using OrleansMixi.Mutes;
using OrleansMixi.News;
using OrleansMixi.Plans;
using OrleansMixi.Notifications;
using OrleansMixi.Posts;
using OrleansMixi.Presence;
using OrleansMixi.Privacy;
using OrleansMixi.Reactions;
using OrleansMixi.Storage;
using OrleansMixi.Timelines;

namespace OrleansMixi.Hosting;

/// <summary>Registers the database, the log with its tail, and the tables.</summary>
public static class StorageHosting
{
    /// <summary>Adds storage for a database that is migrated already; <paramref name="shape"/> is what the migration answered.</summary>
    public static IServiceCollection AddMixiStorage(this IServiceCollection services, IConfiguration configuration, Database database, LogShape shape)
    {
        services.AddOptions<LogOptions>().Bind(configuration.GetSection("Mixi:Log")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(database);
        services.AddSingleton(shape);
        services.AddSingleton(provider => LogStore.Of(database, shape, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<CircleStore>().AddSingleton<ILogFollower>(provider => provider.GetRequiredService<CircleStore>());
        services.AddSingleton<DraftStore>();
        services.AddSingleton<StoryStore>().AddSingleton<ILogFollower>(provider => provider.GetRequiredService<StoryStore>());
        services.AddSingleton<Sight>().AddSingleton<TallyStore>().AddSingleton<ReactionStore>().AddSingleton<NoticeBell>();
        services.AddSingleton<PostCache>().AddSingleton<ILogFollower>(provider => provider.GetRequiredService<PostCache>());
        services.AddSingleton<AuthorStore>().AddSingleton<ILogFollower>(provider => provider.GetRequiredService<AuthorStore>());
        services.AddMixiMediaStores(configuration, database);
        services.AddSingleton<PlanStore>().AddSingleton<PlanGrants>();
        services.AddSingleton<Entitlements>().AddSingleton<ILogFollower>(provider => provider.GetRequiredService<Entitlements>());
        services.AddSingleton<PrivacyStore>().AddSingleton<ILogFollower>(provider => provider.GetRequiredService<PrivacyStore>());
        services.AddMixiMessages(configuration).AddMixiFootprints(configuration).AddMixiPresence(configuration);
        services.AddSingleton<MemberStore>().AddSingleton<InvitationStore>().AddSingleton<DataProtectionKeyStore>().AddSingleton<FeedSecretStore>().AddSingleton<TokenStore>().AddSingleton<NewsFeedStore>().AddSingleton<TopicNames>().AddSingleton<KnownTopics>();
        services.AddMixiCommunityStorage(configuration);
        services.AddMixiAccountTables(configuration);
        services.AddSingleton<MemberStore>().AddSingleton<InvitationStore>().AddSingleton<DataProtectionKeyStore>().AddSingleton<FeedSecretStore>().AddSingleton<TokenStore>().AddSingleton<CommunityStore>().AddSingleton<NewsFeedStore>().AddSingleton<TopicNames>();
        services.AddMixiNotifications(configuration);
        services.AddSingleton(Tail);
        services.AddSingleton<PostLog>();
        services.AddSingleton<CheckpointStore>().AddSingleton<PostStore>().AddSingleton<ITimelineHistory, TimelineStore>().AddSingleton<EdgeStore>().AddSingleton<FriendRequestStore>();
        services.AddSingleton<FriendGroups>().AddSingleton<ILogFollower>(provider => provider.GetRequiredService<FriendGroups>());
        services.AddSingleton<EdgeCounts>().AddSingleton<ILogFollower>(provider => provider.GetRequiredService<EdgeCounts>());
        services.AddSingleton<FriendSeatStore>().AddSingleton<FriendGroupStore>().AddSingleton<AuthorHistory>().AddSingleton<FollowRequestStore>().AddSingleton<MuteStore>().AddSingleton<IntroductionStore>();
        services.AddSingleton<IEdgeSource>(provider => provider.GetRequiredService<EdgeStore>());
        if (database is PostgresDatabase postgres)
        {
            services.AddSingleton(postgres).AddSingleton<IDoorbell, PostgresDoorbell>();
        }
        else
        {
            services.AddSingleton<IDoorbell, NoDoorbell>();
        }

        return services.AddArchiveStores(configuration).AddHostedService<TailKeeper>();
    }

    private static LogTail Tail(IServiceProvider provider)
    {
        var tail = new LogTail(provider.GetRequiredService<LogStore>(), provider.GetRequiredService<IOptions<LogOptions>>());
        foreach (var follower in provider.GetServices<ILogFollower>())
        {
            tail.Follow(follower);
        }

        return tail;
    }
}
