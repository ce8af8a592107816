namespace OrleansMixi.Hammer;

/// <summary>Looks up on a reader's timeline what never came over its stream.</summary>
internal sealed class Judge(MixiApi api, Books books)
{
    private const int PageSize = 100;

    /// <summary>Reads the timeline back to the oldest missing post, within a bound, and lets the books decide.</summary>
    public async Task Decide(int reader, Member member, CancellationToken stop)
    {
        var missing = books.Missing(reader);
        if (missing.Count == 0)
        {
            return;
        }

        var oldest = missing.Min();
        var found = new HashSet<long>();
        // Nothing but the run's posts and a few of a stranger can be on the timeline before the oldest missing one.
        var pages = 10 + (books.Posts().Count / PageSize);
        var (before, complete) = (default(string), false);
        while (!complete && pages-- > 0 && await api.Timeline(member, PageSize, before, stop) is { Items: { } items } page)
        {
            found.UnionWith(items.Select(item => item.Post.Number()));
            before = page.Next;
            complete = before is null || missing.All(found.Contains) || (items.Count > 0 && items[^1].Post.Number() < oldest);
        }

        books.Judge(reader, found, complete);
    }
}
