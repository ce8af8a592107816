using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Media;
using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>Registers the parts of archives in the order in which they are written and read, and who works at them.</summary>
public static class ArchiveGrainHosting
{
    internal static IServiceCollection AddArchives(this IServiceCollection services)
    {
        services.AddSingleton<IArchivePart, GroupsPart>().AddSingleton<IArchivePart, GroupMembersPart>();
        services.AddSingleton<IArchivePart, ProfilePart>().AddSingleton<IArchivePart, SettingsPart>().AddSingleton<IArchivePart, AlbumsPart>();
        services.AddSingleton<IArchivePart, PostsPart>().AddSingleton<IArchivePart, CommentsPart>().AddSingleton<IArchivePart, EditsPart>().AddSingleton<IArchivePart, DraftsPart>();
        services.AddSingleton<IArchivePart, ReactionsPart>();
        AddTopics(services, "follows", "Follow", EdgeKind.Follow, without: EdgeKind.Friend | EdgeKind.Member, [TopicKind.User, TopicKind.News], own: true);
        AddTopics(services, "friends", "Relationship", EdgeKind.Friend, without: EdgeKind.None, [TopicKind.User], own: false);
        AddTopics(services, "communities", "Join", EdgeKind.Member, without: EdgeKind.None, [TopicKind.Community], own: false);
        AddTopics(services, "blocks", "Block", EdgeKind.Block, without: EdgeKind.None, [TopicKind.User], own: true);
        services.AddSingleton<IArchivePart, MutesPart>().AddSingleton<IArchivePart, BlogsPart>().AddSingleton<IArchivePart, IntroductionsPart>().AddSingleton<IArchivePart, RequestsPart>();
        services.AddSingleton<IArchivePart, PlansPart>().AddSingleton<IArchivePart, AnswersPart>().AddSingleton<IArchivePart, ConversationsPart>().AddSingleton<IArchivePart, MessagesPart>();
        services.AddMediaIntake().AddSingleton<ArchivePictures>().AddSingleton<PostAttachments>().AddSingleton<ArchiveFiles>().AddSingleton<ArchiveOwnership>();
        services.AddSingleton<SilentEntries>().AddSingleton<ArchiveWriter>().AddSingleton<ArchiveReader>().AddSingleton<MastodonReader>();
        services.AddArchiveIntake().AddSingleton<TarFiles>().AddSingleton<BlogDesk>();
        return services.AddHostedService<ArchiveWorker>().AddHostedService<BlogSchedule>();
    }

    /// <summary>Adds what takes uploads in, for hosts without grains too.</summary>
    public static IServiceCollection AddArchiveIntake(this IServiceCollection services)
    {
        services.TryAddSingleton<ZipGate>();
        services.TryAddSingleton<ArchiveIntake>();
        return services;
    }

    private static void AddTopics(IServiceCollection services, string name, string type, EdgeKind kind, EdgeKind without, TopicKind[] kinds, bool own) =>
        services.AddSingleton<IArchivePart>(provider => new TopicPart(
            name, type, kind, without, kinds, own, provider.GetRequiredService<EdgeStore>(), provider.GetRequiredService<TopicNames>(), provider.GetRequiredService<IGrainFactory>()));
}
