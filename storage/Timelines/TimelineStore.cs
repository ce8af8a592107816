using Dapper;
using OrleansMixi.Log;
using OrleansMixi.Storage;

namespace OrleansMixi.Timelines;

/// <summary>Timelines out of the database: rings are built from it, pages past a ring come from it, and resumes.</summary>
public sealed class TimelineStore(Database database) : ITimelineHistory
{
    /// <inheritdoc/>
    public async Task<long[]> Ids(int member, IReadOnlyCollection<long> topics, long[] vector, long before, int limit)
    {
        // Asked for as "= 0", PostgreSQL takes it for rare, and would rather collect and sort all of a topic than stop early.
        var where = $"kind = 1 and (flags & 2) <> 2 and id > @above and id < @before and id <= {Vectors.Sql("queue", "v", vector)}";
        var newest = $"from activities where topic = ids.id and {where} order by id desc limit @few";
        var perTopic = database.IsPostgres
            ? $"select ids.id as topic, p.id from {database.Rows("ids")} cross join lateral (select id {newest}) p"
            : $"select ids.id as topic, a.id from {database.Rows("ids")} join activities a on (a.queue, a.id) in (select queue, id {newest})";
        await using var connection = await database.Open();
        var ids = new NewestIds(limit);
        await ids.Add(topics, (some, above, few) => connection.QueryAsync<(long, long)>(
            perTopic, Vectors.Parameters("v", vector, new { ids = database.List(some), above, before, few })));
        ids.Add(await connection.QueryAsync<long>(
            $"select id from activities where author = @member and {where} order by id desc limit @limit",
            Vectors.Parameters("v", vector, new { member, above = ids.Above, before, limit })));
        return ids.Found;
    }

    /// <inheritdoc/>
    public async Task<ActivityHeader[]> Since(int member, IReadOnlyCollection<long> topics, long[] after, long[] upTo, int limit)
    {
        var sql = $"""
            select {ActivityRow.Columns} from activities a
            where (a.topic in (select id from {database.Rows("ids")}) or a.author = @member) and (a.kind <= 3 or a.kind in (7, 8))
              and a.id > @floor and a.id > {Vectors.Sql("a.queue", "f", after)} and a.id <= {Vectors.Sql("a.queue", "v", upTo)}
            order by a.id limit @limit
            """;
        await using var connection = await database.Open();
        var parameters = Vectors.Parameters("v", upTo, new { member, floor = after.Min(), limit = limit + 1, ids = database.List(topics) });
        parameters.AddDynamicParams(Vectors.Parameters("f", after));
        return [.. (await connection.QueryAsync<ActivityRow>(sql, parameters)).Select(row => row.ToHeader())];
    }

    /// <inheritdoc/>
    public async Task<long> NextEpoch()
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleAsync<long>("update counters set value = value + 1 where name = 'shard-epoch' returning value");
    }
}
