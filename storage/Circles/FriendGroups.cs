using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Circles;

/// <summary>The groups that members see on their pages, in this host's memory; a change of them, or of a friendship, makes them be read again.</summary>
public sealed class FriendGroups(FriendGroupStore store, IOptions<LogOptions> options) : ILogFollower
{
    private readonly GenerationCache<int, IReadOnlyList<FriendGroup>> _known = new(options.Value.CachedPosts / 4);

    /// <summary>A member's close friends, then the groups by name.</summary>
    public async ValueTask<IReadOnlyList<FriendGroup>> Of(int member)
    {
        if (_known.TryGet(member, out var known))
        {
            return known;
        }

        var stamp = _known.Removals;
        var groups = await store.Of(member);
        _known.Offer(member, groups, stamp);
        return groups;
    }

    /// <inheritdoc/>
    public void Applied(Activity entry)
    {
        var header = entry.Header;
        if (header.Kind == ActivityKind.Member || (header.Kind == ActivityKind.Edge && Topic.Of(header.Topic).Kind == TopicKind.User))
        {
            _known.Remove(header.Author);
        }
    }
}
