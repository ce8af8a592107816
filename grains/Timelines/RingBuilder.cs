namespace OrleansMixi.Timelines;

/// <summary>Builds timelines that have no ring, a bounded number at a time; who asks for the same one waits for the same build.</summary>
internal sealed class RingBuilder(TimelineBook book, ITimelineHistory store, TimelineOptions options) : IDisposable
{
    private readonly SemaphoreSlim _places = new(options.Builds);
    private readonly Dictionary<int, Task<Ring>> _building = [];

    /// <summary>The complete ring of a member. Runs in the turns of the shard's grain.</summary>
    public async Task<Ring> Build(int member)
    {
        if (!_building.TryGetValue(member, out var build))
        {
            _building[member] = build = BuildAnew(member);
        }

        try
        {
            return await build;
        }
        finally
        {
            _building.Remove(member);
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task<Ring> BuildAnew(int member)
    {
        await _places.WaitAsync();
        try
        {
            while (true)
            {
                // Vector, topics and ring are of one turn; what arrives during the query is kept by the ring.
                var vector = book.Vector;
                var topics = book.Topics(member);
                var ring = book.Open(member);
                try
                {
                    var ids = await store.Ids(member, topics, vector, long.MaxValue, options.RingCapacity);
                    if (book.Fill(member, ring, ids, ids.Length == options.RingCapacity))
                    {
                        return ring;
                    }
                }
                catch
                {
                    book.Close(member);
                    throw;
                }
            }
        }
        finally
        {
            _places.Release();
        }
    }
}
