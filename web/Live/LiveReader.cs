namespace OrleansMixi.Live;

/// <summary>
/// One live reader: what it watches, where it stands, and the writing of what waits for it. One write is under way at a
/// time; what comes meanwhile, and for a tick after it, shares the next frame.
/// </summary>
internal sealed class LiveReader(
    int number, LiveIdentity identity, ILiveTransport transport, LiveOptions options, LiveBooks books, FramePacer pacer, TimeProvider time)
{
    private readonly ReaderQueue _queue = new(options.ReaderQueue);
    private TaskCompletionSource? _greeting;
    private long _began;
    private long _written;
    private int _busy;
    private int _closed;

    /// <summary>The number under which shards know it.</summary>
    public int Number => number;

    /// <summary>The shard it is registered at; -1 until it watches something.</summary>
    public int Shard { get; set; } = -1;

    /// <summary>Who reads.</summary>
    public LiveIdentity Identity => identity;

    /// <summary>Whether the home timeline is watched.</summary>
    public bool Home { get; set; }

    /// <summary>Other topics watched, by number, with their names.</summary>
    public IReadOnlyDictionary<long, string> Topics { get; set; } = System.Collections.Frozen.FrozenDictionary<long, string>.Empty;

    /// <summary>Where those stand who were told everything that came to the reader's shard; null until it watches something.</summary>
    public LinkPlace? Place { get; set; }

    /// <summary>Where the reader stands when everything that waits is written; null until it watches something.</summary>
    public LivePosition? Position => Place is { } place ? LivePosition.Furthest(_queue.Position, place.Position) : null;

    /// <summary>What the reader watches, from where it stands, for registering it again.</summary>
    public WatchRequest Request() => new(number, identity.Member, Home, [.. Topics.Keys], Position?.Vector);

    /// <summary>The last id of a queue that the reader was told itself, with a batch or with its registration.</summary>
    public long Told(int queue) => _queue.Position?.Vector[queue] ?? 0;

    /// <summary>Adds items that belong together with others; they go out after <see cref="Commit"/>.</summary>
    public void Stage(ReadOnlySpan<LiveItem> items) => _queue.Stage(items);

    /// <summary>Lets the staged items go; the reader stands at the position after them.</summary>
    public void Commit(LivePosition position)
    {
        books.Gapped(_queue.Commit(position));
        Wake();
    }

    /// <summary>Starts the reader anew at a position.</summary>
    public void Reset(LivePosition position)
    {
        books.Gapped(_queue.Reset(position));
        Wake();
    }

    /// <summary>Writes what waits, then where the reader stands; completes when both are written.</summary>
    public Task Greet()
    {
        var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var greeting = Interlocked.CompareExchange(ref _greeting, fresh, null) ?? fresh;
        Wake();
        return greeting.Task;
    }

    /// <summary>Looks after a reader now and then: one whose connection takes nothing is closed, one that was told nothing is told where it stands.</summary>
    public void Look()
    {
        var began = Volatile.Read(ref _began);
        if (began != 0 && time.GetElapsedTime(began) >= options.SlowReader)
        {
            Close("slow-reader");
        }
        else if (began == 0 && Place is not null && time.GetElapsedTime(Volatile.Read(ref _written)) >= options.Beat)
        {
            _ = Greet();
        }
    }

    /// <summary>Closes the connection.</summary>
    public void Close(string code)
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            transport.Close(code);
            Drop();
        }
    }

    /// <summary>Writes what waits until the reader rests or nothing waits. Only for whoever made it busy.</summary>
    public void Step()
    {
        while (true)
        {
            // Read before the queue: with an empty queue, everything up to here was written.
            var quiet = Place?.Position;
            if (_queue.TryTake(out var frame))
            {
                if (Send(frame, null))
                {
                    pacer.Rest(this);
                }

                return;
            }

            if (Interlocked.Exchange(ref _greeting, null) is { } greeting)
            {
                if (!Send(frame with { Position = LivePosition.Furthest(frame.Position, quiet) }, greeting))
                {
                    return;
                }
            }
            else if (!StaysBusy())
            {
                return;
            }
        }
    }

    private void Wake()
    {
        if (Volatile.Read(ref _closed) != 0)
        {
            Drop();
        }
        else if (Interlocked.Exchange(ref _busy, 1) == 0)
        {
            Step();
        }
    }

    /// <summary>Becomes idle, unless something came in between that nobody else has taken on.</summary>
    private bool StaysBusy()
    {
        Interlocked.Exchange(ref _busy, 0);
        return (_queue.Waits || Volatile.Read(ref _greeting) is not null) && Interlocked.Exchange(ref _busy, 1) == 0;
    }

    /// <summary>Writes a frame; false if it is still under way and goes on by itself, or the connection is gone.</summary>
    private bool Send(in LiveFrame frame, TaskCompletionSource? greeting)
    {
        Volatile.Write(ref _began, time.GetTimestamp());
        try
        {
            var write = transport.Send(frame);
            if (!write.IsCompletedSuccessfully)
            {
                _ = Finish(write, frame, greeting);
                return false;
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or InvalidOperationException)
        {
            Gone(frame, greeting);
            return false;
        }

        Written(frame, greeting);
        return true;
    }

    private async Task Finish(ValueTask write, LiveFrame frame, TaskCompletionSource? greeting)
    {
        try
        {
            await write;
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or InvalidOperationException)
        {
            Gone(frame, greeting);
            return;
        }

        Written(frame, greeting);
        if (greeting is null)
        {
            pacer.Rest(this);
        }
        else
        {
            Step();
        }
    }

    private void Written(in LiveFrame frame, TaskCompletionSource? greeting)
    {
        _written = _began;
        Volatile.Write(ref _began, 0);
        if (frame.Items.Count > 0)
        {
            books.Sent(frame.Posts, frame.Items[0].Id);
            ReaderQueue.Return(frame);
        }

        greeting?.TrySetResult();
    }

    /// <summary>The connection is gone; whoever holds it removes the reader.</summary>
    private void Gone(in LiveFrame frame, TaskCompletionSource? greeting)
    {
        books.Left(frame.Posts);
        greeting?.TrySetCanceled();
        Close("gone");
    }

    private void Drop()
    {
        books.Left(_queue.Clear());
        Interlocked.Exchange(ref _greeting, null)?.TrySetCanceled();
    }
}
