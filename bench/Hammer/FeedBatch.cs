namespace OrleansMixi.Hammer;

/// <summary>A live batch or a timeline page, whichever of the fields it has.</summary>
/// <param name="Items">The posts.</param>
/// <param name="Cursor">Where a stream continues behind them.</param>
/// <param name="Next">What to give as <c>before</c> for the following page.</param>
internal sealed record FeedBatch(IReadOnlyList<FeedItem>? Items, string? Cursor, string? Next);
