namespace OrleansMixi.Live;

/// <summary>
/// One live reader: what it watches, where it stands, and the pump that writes what waits for it. One write is under way
/// at a time; what comes meanwhile shares the next frame.
/// </summary>
internal sealed class LiveReader(
    int number, LiveIdentity identity, ILiveTransport transport, long epoch, LiveOptions options, LiveBooks books, TimeProvider time) : IDisposable
{
    /// <summary>The floor of a reader that stands together with its link.</summary>
    public static readonly long[] Joined = new long[Log.PostId.MaxQueues];

    private readonly ReaderQueue _queue = new(options.ReaderQueue);
    private readonly CancellationTokenSource _closed = new();
    private long[] _said = [];
    private long _written;
    private int _pumping;

    /// <summary>The number under which shards know it.</summary>
    public int Number => number;

    /// <summary>The shard it is registered at; -1 until it watches something.</summary>
    public int Shard { get; set; } = -1;

    /// <summary>Who reads.</summary>
    public LiveIdentity Identity => identity;

    /// <summary>Whether the home timeline is watched.</summary>
    public bool Home { get; set; }

    /// <summary>Other topics watched, by number, with their names.</summary>
    public IReadOnlyDictionary<long, string> Topics { get; set; } = new Dictionary<long, string>();

    /// <summary>Everything up to here came with the registration; batches that overlap must not repeat it.</summary>
    public long[] Floor { get; set; } = Joined;

    /// <summary>Where the reader stands when everything that waits is written.</summary>
    public long[] Vector { get; private set; } = [];

    /// <summary>Completes when the reader is closed.</summary>
    public CancellationToken Closed => _closed.Token;

    /// <summary>What the reader watches, from where it stands, for registering it again.</summary>
    public WatchRequest Request() => new(number, identity.Member, Home, [.. Topics.Keys], Vector.Length == 0 ? null : Vector);

    /// <summary>Adds a group of items; the reader stands at the vector after them.</summary>
    public void Add(IReadOnlyList<LiveItem> items, long[] vector)
    {
        // The queue first: the pump must never see the vector without the items that lead to it.
        if (items.Count > 0)
        {
            books.Gapped(_queue.Add(items, vector));
        }

        Vector = vector;
        if (items.Count > 0)
        {
            Pump();
        }
    }

    /// <summary>Starts the reader anew at a vector.</summary>
    public Task Reset(long[] vector)
    {
        Vector = vector;
        return Write(new([], 0, true, Cursor(vector)));
    }

    /// <summary>Tells where the reader stands, if nothing waits and nothing was told for a while.</summary>
    public void Beat(long[] vector)
    {
        Vector = vector;
        if (time.GetElapsedTime(Volatile.Read(ref _written)) >= options.Beat)
        {
            Pump(beat: true);
        }
    }

    /// <summary>Tells where the reader stands, at once.</summary>
    public Task Greet() => Write(new([], 0, false, Cursor(Vector)));

    /// <summary>Closes the connection.</summary>
    public void Close(string code)
    {
        if (!_closed.IsCancellationRequested)
        {
            books.Left(_queue.Posts);
            transport.Close(code);
            _closed.Cancel();
        }
    }

    public void Dispose()
    {
        Close("ended");
        _closed.Dispose();
    }

    private string Cursor(long[] vector) => new Cursor(epoch, _said = vector).Encode();

    private void Pump(bool beat = false)
    {
        if (Interlocked.Exchange(ref _pumping, 1) == 0)
        {
            _ = Task.Run(() => Run(beat));
        }
    }

    private async Task Run(bool beat)
    {
        try
        {
            do
            {
                // Read before the queue: with an empty queue, everything up to here was written.
                var quiet = Vector;
                if (_queue.Take(out var items, out var gap, out var vector))
                {
                    await Write(new(items, gap, false, Cursor(vector)));
                    Count(items);
                    await Rest();
                }
                else if (beat && !ReferenceEquals(quiet, _said))
                {
                    await Write(new([], 0, false, Cursor(quiet)));
                    beat = false;
                }

                Volatile.Write(ref _pumping, 0);
            }
            while (_queue.Waits && Interlocked.Exchange(ref _pumping, 1) == 0);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or InvalidOperationException or ObjectDisposedException)
        {
            // The connection is gone; whoever holds it removes the reader.
            Close("gone");
        }
    }

    private async Task Write(LiveFrame frame)
    {
        try
        {
            await transport.Send(frame, _closed.Token).WaitAsync(options.SlowReader, time, _closed.Token);
            Volatile.Write(ref _written, time.GetTimestamp());
        }
        catch (TimeoutException)
        {
            Close("slow-reader");
            throw new OperationCanceledException();
        }
    }

    private async Task Rest()
    {
        if (options.Tick > TimeSpan.Zero)
        {
            await Task.Delay(options.Tick, time, _closed.Token);
        }
    }

    private void Count(IReadOnlyList<LiveItem> items)
    {
        var posts = 0;
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var item in items)
        {
            if (item.IsNew)
            {
                posts++;
                books.Lag.Record(now - Log.PostId.UnixMs(item.Id));
            }
        }

        books.Sent(posts);
    }
}
