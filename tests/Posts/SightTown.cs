using System.Reflection;
using Dapper;
using OrleansMixi.Circles;
using OrleansMixi.Communities;
using OrleansMixi.Friends;
using OrleansMixi.Hosting;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Mutes;
using OrleansMixi.Storage;

namespace OrleansMixi.Posts;

/// <summary>A town in its tables alone: members, ties, communities and posts, and the real parts that decide who sees what.</summary>
public sealed class SightTown : IAsyncLifetime
{
    private readonly TempDatabase _file = new();
    private Database _database = null!;
    private LogHost _host = null!;
    private int _names;

    internal Sight Sight => _host.Get<Sight>();

    internal PostStore Posts => _host.Get<PostStore>();

    internal ViewerStore Viewers { get; private set; } = null!;

    internal T Get<T>()
        where T : notnull => _host.Get<T>();

    public async ValueTask InitializeAsync()
    {
        _database = Database.Of(_file.ConnectionString);
        _host = await LogHost.Start(_database, await Migrator.Migrate(_database, 2, 2), TimeSpan.FromSeconds(1));
        Viewers = new(Get<EdgeStore>(), Get<MuteStore>(), Answering.With<IGrainFactory>((_, _) => Answering.With<IUserGrain>((_, _) => Task.FromResult(new MemberSettings()))), TimeProvider.System, Options.Create(new LogOptions()));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _file.Dispose();
    }

    internal async Task<int> Member() => (await Get<MemberStore>().Create($"sight{Interlocked.Increment(ref _names)}", null)).Number;

    internal async Task Suspend(int member)
    {
        await using var connection = await _database.Open();
        await connection.ExecuteAsync("update members set suspended = 1 where number = @member", new { member });
        await _host.Log.Append(new(ActivityKind.Member, member, member, Topic.User(member)));
    }

    internal async Task<Topic> Community(Openness openness, int founder) => Topic.Community((await Get<CommunityStore>().Register(
        new(0, $"sight{Interlocked.Increment(ref _names)}", "A place", "", Joining.Open, founder, Openness: openness), int.MaxValue)).Number);

    internal Task<int> Persona(int member, Topic community) => Get<PersonaStore>().Create(member, community.Number, "Somebody");

    internal Task Bind(int member, Topic topic, EdgeKind edge) => _host.Log.Append(new(ActivityKind.Edge, member, member, topic, Edge: edge));

    internal async Task Befriend(int one, int other)
    {
        await Bind(one, Topic.User(other), EdgeKind.Friend | EdgeKind.Follow);
        await Bind(other, Topic.User(one), EdgeKind.Friend | EdgeKind.Follow);
    }

    /// <summary>The first blocks the second; what else binds them stays and rests.</summary>
    internal async Task Block(int one, int other)
    {
        await Bind(one, Topic.User(other), await Get<EdgeStore>().Between(one, Topic.User(other)) | EdgeKind.Block);
        await Bind(other, Topic.User(one), await Get<EdgeStore>().Between(other, Topic.User(one)) | EdgeKind.Blocked);
    }

    internal Task Group(int member, int number, params int[] friends) => Get<FriendGroupStore>().Fill(member, number, friends);

    internal async Task<long> Post(int author, Topic topic, Audience audience = Audience.Everyone, long target = 0, ActivityFlags flags = ActivityFlags.None, long? published = null) =>
        (await _host.Log.Append(new(ActivityKind.Post, author, author, topic, target, audience, flags, Body: new(PostForm.Voice, null, "x", null, null), Published: published)))!.Header.Id;

    internal Task Delete(int author, Topic topic, long post) => _host.Log.Append(new(ActivityKind.Delete, author, author, topic, post));

    /// <summary>Whether a member sees a post, as the real parts have it.</summary>
    internal async Task<bool> Sees(int member, long post) => await Posts.Find(post) is { } found && await Sight.CanSee(await Viewers.Find(member), found);

    /// <summary>Stands in for an interface whose every call has the same answer.</summary>
    public class Answering : DispatchProxy
    {
        private Func<MethodInfo, object?[]?, object> _answer = null!;

        internal static T With<T>(Func<MethodInfo, object?[]?, object> answer)
            where T : class
        {
            var proxy = Create<T, Answering>();
            (proxy as Answering)!._answer = answer;
            return proxy;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => _answer(targetMethod!, args);
    }
}
