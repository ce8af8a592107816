using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Plans;

/// <summary>Granted plans. Ask <see cref="Entitlements"/> what a member has; change plans through <see cref="PlanGrants"/>.</summary>
public sealed class PlanStore(Database database, TimeProvider time)
{
    private const string Columns = "number, member, kind, starts, ends, granted_by as GrantedBy, granted";

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>A member's plans that are not over, those that begin later too; what ends last comes first.</summary>
    public async Task<IReadOnlyList<PlanRow>> Of(int member)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<PlanRow>(
            $"select {Columns} from plans where member = @member and ended = 0 and ends > @Now order by ends desc", new { member, Now })).AsList();
    }

    /// <summary>All plans that are not over, what ends next first.</summary>
    public async Task<IReadOnlyList<PlanRow>> All(int limit)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<PlanRow>(
            $"select {Columns} from plans where ended = 0 and ends > @Now order by ends limit @limit", new { Now, limit })).AsList();
    }

    internal async Task Add(int member, PlanKind kind, long starts, long ends, int by)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            "insert into plans (member, kind, starts, ends, granted_by, granted) values (@member, @kind, @starts, @ends, @by, @Now)",
            new { member, kind = (int)kind, starts, ends, by, Now });
    }

    internal async Task<bool> End(int member, int by)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync(
            "update plans set ended = @Now, ended_by = @by where member = @member and ended = 0 and ends > @Now", new { member, by, Now }) > 0;
    }
}
