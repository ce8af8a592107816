using OrleansMixi.Log;
using OrleansMixi.Timelines;

namespace OrleansMixi.Fanout;

/// <summary>
/// Gives every timeline a short history, so that all are active before the measurement: of lengths that differ a little, as
/// they do in life, so that not all timelines need their next piece of memory at once.
/// </summary>
internal sealed class ShortHistory(int ids) : ITimelineHistory
{
    private const int Spread = 15;
    private readonly long[] _ids = [.. Enumerable.Range(1, ids + (Spread / 2)).Select(count => PostId.Compose(count, 0)).Reverse()];
    private long _epoch;

    public Task<long[]> Ids(int member, IReadOnlyCollection<long> topics, long[] vector, long before, int limit) =>
        Task.FromResult(before == long.MaxValue ? _ids[(member % Spread)..] : []);

    public Task<ActivityHeader[]> Since(int member, IReadOnlyCollection<long> topics, long[] after, long[] upTo, int limit) =>
        Task.FromResult<ActivityHeader[]>([]);

    public Task<long> NextEpoch() => Task.FromResult(Interlocked.Increment(ref _epoch));
}
