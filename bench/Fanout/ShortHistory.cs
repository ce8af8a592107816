using OrleansMixi.Log;
using OrleansMixi.Timelines;

namespace OrleansMixi.Fanout;

/// <summary>Gives every timeline the same short history, so that all are active before the measurement.</summary>
internal sealed class ShortHistory(int ids) : ITimelineHistory
{
    private readonly long[] _ids = [.. Enumerable.Range(1, ids).Select(count => PostId.Compose(count, 0)).Reverse()];
    private long _epoch;

    public Task<long[]> Ids(int member, IReadOnlyCollection<long> topics, long[] vector, long before, int limit) =>
        Task.FromResult(before == long.MaxValue ? _ids : []);

    public Task<ActivityHeader[]> Since(int member, IReadOnlyCollection<long> topics, long[] after, long[] upTo, int limit) =>
        Task.FromResult<ActivityHeader[]>([]);

    public Task<long> NextEpoch() => Task.FromResult(Interlocked.Increment(ref _epoch));
}
