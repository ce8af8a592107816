using OrleansMixi.Log;

namespace OrleansMixi.Timelines;

/// <summary>What a timeline is by definition: the posts of the topics followed and one's own, up to a vector.</summary>
public interface ITimelineHistory
{
    /// <summary>The newest ids below <paramref name="before"/>, falling, at most <paramref name="limit"/>.</summary>
    Task<long[]> Ids(int member, IReadOnlyCollection<long> topics, long[] vector, long before, int limit);

    /// <summary>
    /// Everything that happened to the topics and to the member's own posts after one vector and up to another, oldest
    /// first; one more than <paramref name="limit"/> if there is more.
    /// </summary>
    Task<ActivityHeader[]> Since(int member, IReadOnlyCollection<long> topics, long[] after, long[] upTo, int limit);

    /// <summary>A number that is higher at each call: tells a shard's activations apart.</summary>
    Task<long> NextEpoch();
}
