using Microsoft.Extensions.Options;
using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Members;

/// <summary>What decides what each member is shown, in this host's memory; any change of a member's edges or settings makes it be read again.</summary>
public sealed class ViewerStore(EdgeStore edges, IGrainFactory grains, IOptions<LogOptions> options) : ILogFollower
{
    private readonly GenerationCache<int, Viewer> _viewers = new(options.Value.CachedPosts / 4);

    /// <summary>The viewer for a member's number; 0 is somebody who is not signed in.</summary>
    public async ValueTask<Viewer> Find(int member)
    {
        if (member == 0)
        {
            return Viewer.Anonymous;
        }

        if (_viewers.TryGet(member, out var known))
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
            rows.Where(row => row.Kind.Holds(EdgeKind.Member)).Select(row => row.Topic).ToHashSet(),
            settings.HideBots)
        {
            Blocks = rows.Where(row => (row.Kind & EdgeKinds.AnyBlock) != 0).Select(row => Topic.Of(row.Topic).Number).ToHashSet(),
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
