namespace OrleansMixi.Hammer;

/// <summary>A reader's place over all its connections: who it is, where it stopped, and what it books.</summary>
internal sealed class ReaderSeat(int number, Member member, IReadOnlyDictionary<string, int> authors, Books books, RunClock clock)
{
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Member Member => member;

    /// <summary>Where the reader stopped; null before anything came.</summary>
    public string? Cursor { get; set; }

    /// <summary>Completes when the stream is open for the first time, or fails with what the server said.</summary>
    public Task Opened => _opened.Task;

    /// <summary>Tells that the stream is open: what is written from now on must come.</summary>
    public void Open() => _opened.TrySetResult();

    /// <summary>Tells that the stream will never open.</summary>
    public void Refuse(Exception refusal) => _opened.TrySetException(refusal);

    /// <summary>Books posts in the order they came; those of strangers to the run are nobody's concern.</summary>
    public void Receive(IReadOnlyList<FeedItem>? items)
    {
        var now = clock.Now;
        foreach (var item in items ?? [])
        {
            if (authors.TryGetValue(item.Post.Author.Handle, out var author))
            {
                books.Arrive(number, item.Post.Number(), author, now);
            }
        }
    }

    /// <summary>Books that the server announced a gap or a reset; one before the stream was open can have cost nothing.</summary>
    public void Announce()
    {
        if (_opened.Task.IsCompleted)
        {
            books.Announce(number);
        }
    }
}
