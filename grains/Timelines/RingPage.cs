namespace OrleansMixi.Timelines;

/// <summary>Ids read from memory, newest first, and what lies behind them.</summary>
internal readonly record struct RingPage(long[] Ids, RingRest Behind)
{
    /// <summary>Joins pages with one bound into one, each id once. What only some of them still know is left to the database.</summary>
    public static RingPage Merge(IReadOnlyList<RingPage> pages, int limit)
    {
        var known = pages.Max(page => page.Behind != RingRest.InHistory ? 0 : page.Ids.Length > 0 ? page.Ids[^1] : long.MaxValue);
        var ids = pages.SelectMany(page => page.Ids).Where(id => id >= known).Distinct().OrderDescending().ToArray();
        if (ids.Length > limit || (ids.Length == limit && pages.Any(page => page.Behind == RingRest.InRing)))
        {
            return new(ids[..limit], RingRest.InRing);
        }

        return new(ids, known > 0 ? RingRest.InHistory : RingRest.Nothing);
    }
}
