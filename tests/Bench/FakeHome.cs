namespace OrleansMixi.Hammer;

/// <summary>One member's home at the fake server: the stream, whose cursor is a position in it, and the timeline.</summary>
internal sealed class FakeHome
{
    private readonly List<FakeEntry> _stream = [];
    private readonly List<FakeEntry> _timeline = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FakeEntry? _held;
    private int _posts;

    public int Head
    {
        get
        {
            lock (_stream)
            {
                return _stream.Count;
            }
        }
    }

    /// <summary>Takes a post, and commits the fault on the fifth; whoever waits for more wakes up.</summary>
    public void Take(FakeEntry post, FakeFault fault)
    {
        lock (_stream)
        {
            var now = ++_posts == 5 ? fault : FakeFault.None;
            if (now != FakeFault.GapWithoutTimeline)
            {
                _timeline.Add(post);
            }

            _stream.AddRange(now switch
            {
                FakeFault.Lose => [],
                FakeFault.Duplicate => [post, post],
                FakeFault.Gap or FakeFault.GapWithoutTimeline => [new(0, null)],
                FakeFault.Swap => [],
                _ => [post],
            });
            if (now == FakeFault.Swap)
            {
                _held = post;
            }
            else if (_held is { } held && held.Author == post.Author)
            {
                _held = null;
                _stream.Add(held);
            }

            (var more, _more) = (_more, new(TaskCreationOptions.RunContinuationsAsynchronously));
            more.SetResult();
        }
    }

    /// <summary>What stands in the stream behind a position, as soon as there is something.</summary>
    public async Task<IReadOnlyList<FakeEntry>> After(int position, CancellationToken stop)
    {
        while (true)
        {
            Task more;
            lock (_stream)
            {
                if (_stream.Count > position)
                {
                    return _stream[position..];
                }

                more = _more.Task;
            }

            await more.WaitAsync(stop);
        }
    }

    /// <summary>The timeline before an id, newest first.</summary>
    public IReadOnlyList<FakeEntry> Page(long before, int limit)
    {
        lock (_stream)
        {
            return [.. _timeline.Where(post => post.Id < before).OrderByDescending(post => post.Id).Take(limit)];
        }
    }
}
