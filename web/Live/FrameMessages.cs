namespace OrleansMixi.Live;

/// <summary>What a frame says, in the order in which it is said; only the last message carries the cursor, so that a cut between them loses nothing.</summary>
internal readonly struct FrameMessages
{
    public FrameMessages(LiveFrame frame)
    {
        Posts = [.. frame.Items.Where(item => item.IsNew)];
        Changes = [.. frame.Items.Where(item => !item.IsNew)];
    }

    /// <summary>New posts.</summary>
    public IReadOnlyList<LiveItem> Posts { get; }

    /// <summary>Updates and deletes.</summary>
    public IReadOnlyList<LiveItem> Changes { get; }
}
