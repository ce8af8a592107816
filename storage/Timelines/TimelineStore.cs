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
        // Per topic the newest few by index, then the newest of those: PostgreSQL goes by topic, SQLite by one correlated range each.
        const string where = "kind = 1 and (flags & 2) = 0 and id < @before";
        var up = Vectors.Sql("queue", "v", vector);
        var own = $"select id from activities where author = @member and {where} and id <= {up} order by id desc limit @limit";
        var perTopic = $"select id from activities where topic = ids.id and {where} and id <= {up} order by id desc limit @limit";
        var sql = database.IsPostgres
            ? $"select id from (select p.id from {database.Rows("ids")} cross join lateral ({perTopic}) p union ({own})) t order by id desc limit @limit"
            : $"""
              select id from (
                select a.id from {database.Rows("ids")} join activities a indexed by activities_topic on a.topic = ids.id
                where a.kind = 1 and (a.flags & 2) = 0 and a.id < @before and a.id <= {Vectors.Sql("a.queue", "v", vector)}
                union select id from ({own})) order by id desc limit @limit
              """;
        await using var connection = await database.Open();
        var parameters = Vectors.Parameters("v", vector, new { member, before, limit, ids = database.List(topics) });
        return [.. await connection.QueryAsync<long>(sql, parameters)];
    }

    /// <inheritdoc/>
    public async Task<ActivityHeader[]> Since(int member, IReadOnlyCollection<long> topics, long[] after, long[] upTo, int limit)
    {
        var sql = $"""
            select {ActivityRow.Columns} from activities a
            where (a.topic in (select id from {database.Rows("ids")}) or a.author = @member) and a.kind <= 3
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
