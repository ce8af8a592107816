namespace OrleansMixi.Live;

/// <summary>What a frame says, in the order in which it is said; only the last message carries the cursor, so that a cut between them loses nothing.</summary>
internal readonly ref struct FrameMessages
{
    public FrameMessages(ReadOnlySpan<LiveItem> items)
    {
        var notices = 0;
        foreach (ref readonly var item in items)
        {
            if (item.IsNew)
            {
                News++;
            }
            else if (item.IsNotice)
            {
                notices++;
            }
            else if (item.Post is not null)
            {
                Updates++;
            }
        }

        Deletes = items.Length - News - Updates - notices;

        // Nearly always everything is new: nothing to sort then.
        Posts = News == items.Length ? items : Array.FindAll(items.ToArray(), item => item.IsNew);
        Changes = News == items.Length ? [] : Array.FindAll(items.ToArray(), item => !item.IsNew && !item.IsNotice);
        Notices = notices == 0 ? [] : [.. Array.FindAll(items.ToArray(), item => item.IsNotice).SelectMany(item => item.Reasons!).Distinct()];
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

    /// <summary>What of the reader's own has changed, each word once.</summary>
    public IReadOnlyList<string> Notices { get; }
}
