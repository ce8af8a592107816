namespace OrleansMixi.Live;

/// <summary>What one write to a connection carries. Everything before <paramref name="Cursor"/> has been said.</summary>
/// <param name="Items">New posts, then changes, in order.</param>
/// <param name="Gap">How many posts were left out because the reader was slow; 0 for none.</param>
/// <param name="Reset">The reader has to start anew: the cursor it came with can't be continued.</param>
/// <param name="Cursor">Where the reader stands after the frame.</param>
internal readonly record struct LiveFrame(IReadOnlyList<LiveItem> Items, int Gap, bool Reset, string Cursor);
