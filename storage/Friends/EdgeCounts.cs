using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Friends;

/// <summary>
/// How many are bound to topics, in this host's memory: every look at a page would count them all. A small number is counted
/// anew when the log tells of an edge, a large one after a while only: nobody sees one more among thousands.
/// </summary>
public sealed class EdgeCounts(EdgeStore edges, TimeProvider time, IOptions<LogOptions> options) : ILogFollower
{
    private const int Large = 1_000;
    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(10);
    private static readonly EdgeKind[] Counted = [EdgeKind.Follow, EdgeKind.Member];
    private readonly GenerationCache<(long Topic, EdgeKind Kind), (int Count, long At)> _known = new(options.Value.CachedPosts / 4);

    /// <summary>How many have an edge of a kind to a topic and no block: <see cref="EdgeKind.Follow"/> or <see cref="EdgeKind.Member"/>.</summary>
    public async ValueTask<int> Of(Topic topic, EdgeKind kind)
    {
        if (_known.TryGet((topic.Value, kind), out var known) && time.GetElapsedTime(known.At) < Believed)
        {
            return known.Count;
        }

        var (stamp, at) = (_known.Removals, time.GetTimestamp());
        var count = await edges.Count(topic, kind);
        _known.Offer((topic.Value, kind), (count, at), stamp);
        return count;
    }

    /// <inheritdoc/>
    public void Applied(Activity entry)
    {
        // Threads are never counted, and followed all the time.
        if (entry.Header.Kind != ActivityKind.Edge || Topic.Of(entry.Header.Topic).Kind == TopicKind.Thread)
        {
            return;
        }

        foreach (var kind in Counted)
        {
            if (!_known.TryGet((entry.Header.Topic, kind), out var known) || known.Count < Large)
            {
                _known.Remove((entry.Header.Topic, kind));
            }
        }
    }
}
