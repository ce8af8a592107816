using Dapper;
using OrleansMixi.Plans;
using OrleansMixi.Storage;

namespace OrleansMixi.Archive;

/// <summary>All plans that a member was granted, also those that are over.</summary>
public sealed class OwnPlans(Database database)
{
    /// <summary>Kind, start and end of each, the one that was ended early with that end.</summary>
    public async Task<IReadOnlyList<(PlanKind Kind, long Starts, long Ends)>> Of(int member)
    {
        await using var connection = await database.Open();
        return [.. (await connection.QueryAsync<(long Kind, long Starts, long Ends)>(
            "select cast(kind as bigint), starts, case when ended <> 0 and ended < ends then ended else ends end from plans where member = @member", new { member }))
            .Select(row => ((PlanKind)row.Kind, row.Starts, row.Ends))];
    }
}
