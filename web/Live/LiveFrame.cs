namespace OrleansMixi.Live;

/// <summary>What one write to a connection carries. Everything before its position has been said. Valid until it was written.</summary>
/// <param name="Items">New posts and changes, in order.</param>
/// <param name="Gap">How many posts were left out because the reader was slow; 0 for none.</param>
/// <param name="Reset">The reader has to start anew: the cursor it came with can't be continued.</param>
/// <param name="Position">Where the reader stands after the frame.</param>
internal readonly record struct LiveFrame(ArraySegment<LiveItem> Items, int Gap, bool Reset, LivePosition Position)
{
    /// <summary>The position as clients keep it.</summary>
    public string Cursor => Position.Cursor;

    /// <summary>New posts among the items.</summary>
    public int Posts
    {
        get
        {
            var posts = 0;
            foreach (ref readonly var item in Items.AsSpan())
            {
                posts += item.IsNew ? 1 : 0;
            }

            return posts;
        }
    }
}
