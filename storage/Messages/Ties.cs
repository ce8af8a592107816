using Microsoft.Extensions.Options;
using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Messages;

/// <summary>What binds or parts two members, in this host's memory and kept true by the log.</summary>
public sealed class Ties(EdgeStore edges, IOptions<LogOptions> options) : ILogFollower
{
    private readonly GenerationCache<(int Member, long Topic), EdgeKind> _known = new(options.Value.CachedPosts / 4);

    /// <summary>Whether two members are friends.</summary>
    public async ValueTask<bool> AreFriends(int one, int other) => (await Between(one, other) & EdgeKind.Friend) != 0;

    /// <summary>Whether one of the two blocks the other.</summary>
    public async ValueTask<bool> AreParted(int one, int other) => IsBlock(await Between(one, other));

    /// <summary>Whether an edge says that one of its ends blocks the other.</summary>
    public static bool IsBlock(EdgeKind edge) => false;

    /// <inheritdoc/>
    public void Applied(Activity entry)
    {
        if (entry.Header.Kind == ActivityKind.Edge)
        {
            _known.Remove((entry.Header.Author, entry.Header.Topic));
        }
    }

    private async ValueTask<EdgeKind> Between(int one, int other)
    {
        var topic = Topic.User(other);
        if (_known.TryGet((one, topic.Value), out var edge))
        {
            return edge;
        }

        var stamp = _known.Removals;
        edge = await edges.Between(one, topic);
        _known.Offer((one, topic.Value), edge, stamp);
        return edge;
    }
}
