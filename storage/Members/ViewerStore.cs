using Microsoft.Extensions.Options;
using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Mutes;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Members;

/// <summary>What decides what each member is shown, in this host's memory; any change of a member's edges or settings makes it be read again.</summary>
public sealed class ViewerStore(EdgeStore edges, MuteStore mutes, IGrainFactory grains, TimeProvider time, IOptions<LogOptions> options) : ILogFollower
{
    private readonly GenerationCache<int, Viewer> _viewers = new(options.Value.CachedPosts / 4);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The viewer for a member's number; 0 is somebody who is not signed in.</summary>
    public async ValueTask<Viewer> Find(int member)
    {
        if (member == 0)
        {
            return Viewer.Anonymous;
        }

        // Only what is muted for a time makes a viewer change by itself.
        if (_viewers.TryGet(member, out var known) && (known.Mutes.Until == long.MaxValue || known.Mutes.Until > Now))
        {
            return known;
        }

        var stamp = _viewers.Removals;
        var rows = await edges.Of(member);
        var settings = await grains.GetGrain<IUserGrain>(member).Settings();
        var viewer = new Viewer(
            member,
            rows.Where(row => row.Kind.Holds(EdgeKind.Friend)).Select(row => Topic.Of(row.Topic).Number).ToHashSet(),
            rows.Where(row => row.Kind.Holds(EdgeKind.Follow)).Select(row => row.Topic).ToHashSet(),
            // Who belongs by a persona only follows under the own number; nobody else follows a community.
            rows.Where(row => row.Kind.Holds(EdgeKind.Member) || (row.Kind.Holds(EdgeKind.Follow) && Topic.Of(row.Topic).Kind == TopicKind.Community)).Select(row => row.Topic).ToHashSet(),
            settings.HideBots)
        {
            Blocks = rows.Where(row => (row.Kind & EdgeKinds.AnyBlock) != 0).Select(row => Topic.Of(row.Topic).Number).ToHashSet(),
            Mutes = MuteSet.Of(await mutes.Of(member), Now),
        };
        _viewers.Offer(member, viewer, stamp);
        return viewer;
    }

    /// <inheritdoc/>
    public void Applied(Activity entry)
    {
        if (entry.Header.Kind is ActivityKind.Edge or ActivityKind.Member)
        {
            _viewers.Remove(entry.Header.Author);
        }
    }
}
