using Dapper;

namespace OrleansMixi.Timelines;

/// <summary>
/// The newest ids of many topics together, without reading any topic further than they reach: a few of each, then more of
/// those topics that may still have some among the newest.
/// </summary>
internal sealed class NewestIds(int limit)
{
    // Topics differ widely: two looks at all of them, or one at twice the average, and few looks deep into few.
    private const int Average = 2;
    private const int Deeper = 8;
    private readonly HashSet<long> _found = [];

    /// <summary>No id at or below this can be among the newest; 0 as long as there are fewer than wanted.</summary>
    public long Above { get; private set; }

    /// <summary>The newest ids found, falling.</summary>
    public long[] Found
    {
        get
        {
            var ids = _found.ToArray();
            Array.Sort(ids, (one, other) => other.CompareTo(one));
            return ids.Length <= limit ? ids : ids[..limit];
        }
    }

    /// <summary>Adds ids of which all above <see cref="Above"/> are there, or as many as are wanted at most.</summary>
    public void Add(IEnumerable<long> ids)
    {
        _found.UnionWith(ids);
        Above = Found is { } newest && newest.Length == limit ? newest[^1] : 0;
    }

    /// <summary>Finds those of topics; <paramref name="read"/> gives the newest few of each of some topics, as far as they are above a bound.</summary>
    public async Task Add(IReadOnlyCollection<long> topics, Func<IReadOnlyCollection<long>, long, int, Task<IEnumerable<(long Topic, long Id)>>> read)
    {
        var few = Math.Clamp(Average * limit / Math.Max(1, topics.Count), Average, limit);
        while (topics.Count > 0)
        {
            var rows = (await read(topics, Above, few)).AsList();
            Add(rows.Select(row => row.Id));
            topics = few == limit ? [] : [.. rows.GroupBy(row => row.Topic).Where(topic => topic.Count() == few && topic.Min(row => row.Id) > Above).Select(topic => topic.Key)];
            few = Math.Min(few * Deeper, limit);
        }
    }
}
