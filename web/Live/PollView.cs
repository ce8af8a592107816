namespace OrleansMixi.Live;

/// <summary>What happened since a cursor, as polling tells it. Documentation only: the answer is put together from encoded posts.</summary>
/// <param name="Items">New posts with their reasons, oldest first.</param>
/// <param name="Updates">Posts that changed.</param>
/// <param name="Deletes">Ids of posts that are gone.</param>
/// <param name="Notices">What of the caller's own has changed beside posts: <c>notification</c>, <c>message</c>, <c>footprint</c>, <c>request</c>.</param>
/// <param name="Gap">How many posts were left out.</param>
/// <param name="Reset">Whether the cursor could not be continued: reload.</param>
/// <param name="Cursor">Where to go on.</param>
internal sealed record PollView(
    IReadOnlyList<Timelines.TimelineItem> Items, IReadOnlyList<Posts.PostView> Updates, IReadOnlyList<string> Deletes, IReadOnlyList<string> Notices, int Gap, bool Reset, string Cursor);
