namespace OrleansMixi.Live;

/// <summary>What a frame says, in the order in which it is said; only the last message carries the cursor, so that a cut between them loses nothing.</summary>
internal readonly ref struct FrameMessages
{
    public FrameMessages(ReadOnlySpan<LiveItem> items)
    {
        foreach (ref readonly var item in items)
        {
            if (item.IsNew)
            {
                News++;
            }
            else if (item.Post is not null)
            {
                Updates++;
            }
        }

        Deletes = items.Length - News - Updates;

        // Nearly always everything is new: nothing to sort then.
        Posts = News == items.Length ? items : Sorted(items, news: true);
        Changes = News == items.Length ? [] : Sorted(items, news: false);
    }

    /// <summary>How many posts are new.</summary>
    public int News { get; }

    /// <summary>How many posts changed.</summary>
    public int Updates { get; }

    /// <summary>How many posts are gone.</summary>
    public int Deletes { get; }

    /// <summary>New posts.</summary>
    public ReadOnlySpan<LiveItem> Posts { get; }

    /// <summary>Updates and deletes.</summary>
    public ReadOnlySpan<LiveItem> Changes { get; }

    private static LiveItem[] Sorted(ReadOnlySpan<LiveItem> items, bool news) => Array.FindAll(items.ToArray(), item => item.IsNew == news);
}
