namespace OrleansMixi.Timelines;

/// <summary>Builds timelines that have no ring, a bounded number at a time; who asks for the same one waits for the same build.</summary>
internal sealed class RingBuilder(TimelineBook book, ITimelineHistory store, TimelineOptions options) : IDisposable
{
    private readonly SemaphoreSlim _places = new(options.Builds);
    private readonly Dictionary<int, Task> _building = [];

    /// <summary>Makes a member's timeline active. Runs in the turns of the shard's grain.</summary>
    public async Task Build(int member)
    {
        if (!_building.TryGetValue(member, out var build))
        {
            _building[member] = build = BuildAnew(member);
        }

        try
        {
            await build;
        }
        finally
        {
            _building.Remove(member);
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task BuildAnew(int member)
    {
        await _places.WaitAsync();
        try
        {
            while (true)
            {
                // Vector, topics and ring are of one turn; what arrives during the query is kept.
                var vector = book.Vector;
                var topics = book.Topics(member);
                var opening = book.Open(member);
                try
                {
                    var ids = await store.Ids(member, topics, vector, long.MaxValue, options.RingCapacity);
                    if (book.Fill(member, opening, ids, ids.Length == options.RingCapacity))
                    {
                        return;
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
