using System.Data.Common;
using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Communities;

/// <summary>Events of communities and who takes part.</summary>
public sealed class EventStore(Database database, TimeProvider time)
{
    /// <summary>An event stays among those to come while it is likely to go on.</summary>
    private const long Grace = 3 * 3_600_000;

    private const string Columns = "e.post, e.community, e.starts, e.zone, e.place, e.places, e.joined, e.cancelled";

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Keeps an event; again changes nothing.</summary>
    public async Task Add(EventRow row)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            "insert into events (post, community, starts, zone, place, places) values (@Post, @Community, @Starts, @Zone, @Place, @Places) on conflict do nothing", row);
    }

    /// <summary>One event; null if the post announces none.</summary>
    public async Task<EventRow?> Find(long post)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<EventRow>($"select {Columns} from events e where e.post = @post", new { post });
    }

    /// <summary>Changes date, place and limit; false if more take part than the new limit allows.</summary>
    public async Task<bool> Change(EventRow row)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync(
            "update events set starts = @Starts, zone = @Zone, place = @Place, places = @Places where post = @Post and (@Places = 0 or joined <= @Places)", row) > 0;
    }

    /// <summary>Events of some communities that are to come, next first, or that are over, last first.</summary>
    public async Task<IReadOnlyList<EventRow>> Of(IReadOnlyCollection<int> communities, bool past, int offset, int limit)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<EventRow>(
            $"""
            select {Columns} from events e join {database.Rows("ids")} on ids.id = e.community
            where {(past ? "e.starts < @now order by e.starts desc" : "e.starts >= @now order by e.starts")}, e.post limit @limit offset @offset
            """,
            new { ids = database.List([.. communities.Select(number => (long)number)]), now = Now - Grace, offset, limit })).AsList();
    }

    /// <summary>Takes a place; true also for one who has one already. False when it is full, over or called off.</summary>
    public async Task<bool> Join(long post, int member)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();

        // The guarded update locks the event's row, so that of many at once only as many come in as there are places.
        var taken = await connection.ExecuteAsync(
            """
            update events set joined = joined + 1
            where post = @post and cancelled = 0 and starts > @Now and (places = 0 or joined < places)
              and not exists (select 1 from event_guests g where g.post = @post and g.member = @member)
            """,
            new { post, member, Now },
            transaction);
        if (taken == 0)
        {
            return await Takes(connection, transaction, post, member);
        }

        // The other attempt of the same member may have been faster; then the place goes back with the transaction.
        if (await connection.ExecuteAsync(
            "insert into event_guests (post, member, at) values (@post, @member, @Now) on conflict do nothing", new { post, member, Now }, transaction) == 0)
        {
            return true;
        }

        await transaction.CommitAsync();
        return true;
    }

    /// <summary>Gives a place back. Idempotent.</summary>
    public async Task Leave(long post, int member)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        if (await connection.ExecuteAsync("delete from event_guests where post = @post and member = @member", new { post, member }, transaction) > 0)
        {
            await connection.ExecuteAsync("update events set joined = joined - 1 where post = @post", new { post }, transaction);
        }

        await transaction.CommitAsync();
    }

    /// <summary>Who takes part, in the order of coming.</summary>
    public async Task<IReadOnlyList<int>> Guests(long post, int limit)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<int>("select member from event_guests where post = @post order by at, member limit @limit", new { post, limit })).AsList();
    }

    /// <summary>Those of some events in which a member takes part.</summary>
    public async Task<IReadOnlySet<long>> Joined(int member, IReadOnlyCollection<long> posts)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<long>(
            $"select g.post from {database.Rows("ids")} join event_guests g on g.post = ids.id where g.member = @member", new { ids = database.List(posts), member })).ToHashSet();
    }

    /// <summary>Calls an event off or on inside a transaction.</summary>
    public static Task Cancel(DbConnection connection, DbTransaction transaction, long post, bool cancelled) =>
        connection.ExecuteAsync("update events set cancelled = @value where post = @post", new { post, value = cancelled ? 1 : 0 }, transaction);

    private static async Task<bool> Takes(DbConnection connection, DbTransaction transaction, long post, int member) =>
        await connection.QuerySingleAsync<int>("select count(*) from event_guests where post = @post and member = @member", new { post, member }, transaction) > 0;
}
