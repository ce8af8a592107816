using Dapper;
using OrleansMixi.Log;
using OrleansMixi.Storage;

namespace OrleansMixi.Archive;

/// <summary>What one member wrote, in the order of its dates and with the ids that it had where it came from.</summary>
public sealed class OwnPosts(Database database, LogShape shape)
{
    private const string Source = "left join idempotency i on i.author = a.author and i.id = a.id and substr(i.key, 1, 7) = 'source '";

    /// <summary>
    /// Ids of the member's posts, or of the comments, by date. All at once, eight bytes a post: the dates of posts that are
    /// written meanwhile can't disturb what is read.
    /// </summary>
    public async Task<List<OwnPostKey>> Ids(int member, bool comments)
    {
        var ids = new List<OwnPostKey>();
        await using var connection = await database.Open();
        await foreach (var row in connection.QueryUnbufferedAsync<OwnPostKey>(
            $"select id, published from activities where author = @member and kind = 1 and deleted = 0 and (flags & 128) = 0 and topic {(comments ? ">=" : "<")} @FirstThread order by published, id",
            new { member, FirstThread = 1L << 40 }))
        {
            ids.Add(row);
        }

        return ids;
    }

    /// <summary>Sources of own posts by id: the id that each had elsewhere, or its own one.</summary>
    public async Task<IReadOnlyDictionary<long, string>> Sources(IReadOnlyCollection<long> ids)
    {
        await using var connection = await database.Open();
        var rows = await connection.QueryAsync<(long Id, string? Key)>(
            $"select a.id, i.key from {database.Rows("ids")} join activities a on a.queue = ((ids.id >> 14) & 255) and a.id = ids.id {Source}",
            new { ids = Known(ids) });
        return rows.ToDictionary(row => row.Id, row => row.Key is null ? PostId.Format(row.Id) : SourceKey.Source(row.Key));
    }

    /// <summary>First texts of posts by id; a later text is an edit.</summary>
    public async Task<IReadOnlyDictionary<long, Activity>> First(IReadOnlyCollection<long> ids)
    {
        await using var connection = await database.Open();
        var rows = await connection.QueryAsync<ActivityRow>(
            $"select {ActivityRow.Columns} from {database.Rows("ids")} join activities a on a.queue = ((ids.id >> 14) & 255) and a.id = ids.id where a.kind = 1 and a.deleted = 0",
            new { ids = Known(ids) });
        return rows.ToDictionary(row => row.Id, row => row.ToActivity());
    }

    /// <summary>Edits of posts by the post's id, oldest first; an edit without words is no edit of the author's, it restores the post.</summary>
    public async Task<ILookup<long, Activity>> Edits(IReadOnlyCollection<long> ids)
    {
        await using var connection = await database.Open();
        var rows = await connection.QueryAsync<ActivityRow>(
            $"select {ActivityRow.Columns} from {database.Rows("ids")} join activities a on a.target = ids.id where a.kind = 2 and a.target <> 0 and a.form <> 0 order by a.target, a.id",
            new { ids = Known(ids) });
        return rows.Select(row => row.ToActivity()).ToLookup(edit => edit.Header.Target);
    }

    /// <summary>
    /// Posts of a member by source: those that were imported under it, and those of this town that it is the id of, deleted
    /// ones included, so that an import never brings back what its author took away.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, long>> Find(int member, IReadOnlyCollection<string> sources)
    {
        var found = new Dictionary<string, long>();
        if (sources.Count == 0)
        {
            return found;
        }

        await using var connection = await database.Open();
        foreach (var (key, id) in await connection.QueryAsync<(string Key, long Id)>(
            $"select key, id from idempotency where author = @member and key {(database.IsPostgres ? "= any(@keys)" : "in @keys")}",
            new { member, keys = sources.Distinct().Select(source => SourceKey.Of(source)).ToArray() }))
        {
            found[SourceKey.Source(key)] = id;
        }

        var ids = sources.Where(source => !found.ContainsKey(source)).Select(source => PostId.TryParse(source, out var id) ? id : 0).Where(id => id != 0).ToList();

        // The author is asked for afterwards: as a condition it tempts the planner to go through all that the author wrote.
        foreach (var (id, author) in await connection.QueryAsync<(long Id, long Author)>(
            $"select a.id, cast(a.author as bigint) from {database.Rows("ids")} join activities a on a.queue = ((ids.id >> 14) & 255) and a.id = ids.id where a.kind = 1",
            new { ids = Known(ids) }))
        {
            if (author == member)
            {
                found[PostId.Format(id)] = id;
            }
        }

        return found;
    }

    private object Known(IReadOnlyCollection<long> ids) => database.List([.. ids.Distinct().Where(id => PostId.Queue(id) < shape.Queues)]);
}
