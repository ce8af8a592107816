namespace OrleansMixi.Live;

/// <summary>What happened since a cursor, as polling tells it. Documentation only: the answer is put together from encoded posts.</summary>
/// <param name="Items">New posts with their reasons, oldest first.</param>
/// <param name="Updates">Posts that changed.</param>
/// <param name="Deletes">Ids of posts that are gone.</param>
/// <param name="Gap">How many posts were left out.</param>
/// <param name="Reset">Whether the cursor could not be continued: reload.</param>
/// <param name="Cursor">Where to go on.</param>
internal sealed record PollView(
    IReadOnlyList<Timelines.TimelineItem> Items, IReadOnlyList<Posts.PostView> Updates, IReadOnlyList<string> Deletes, int Gap, bool Reset, string Cursor);
