using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Footprints;

/// <summary>Footprints as stored.</summary>
public sealed class FootprintStore(Database database)
{
    private const string Columns = "member, visitor, slot, at, post";
    private const int PerStatement = 1_000;

    /// <summary>Leaves footprints, and answers to whom something new came.</summary>
    public async Task<IReadOnlyCollection<int>> Add(IReadOnlyCollection<Footprint> footprints)
    {
        var members = new HashSet<int>();
        await using var connection = await database.Open();
        foreach (var part in footprints.Chunk(PerStatement))
        {
            var values = new DynamicParameters();
            var rows = string.Join(", ", part.Select((footprint, place) =>
            {
                values.Add($"m{place}", footprint.Member);
                values.Add($"v{place}", footprint.Visitor);
                values.Add($"s{place}", footprint.Slot);
                values.Add($"a{place}", footprint.At);
                values.Add($"p{place}", footprint.Post);
                return $"(@m{place}, @v{place}, @s{place}, @a{place}, @p{place})";
            }));
            members.UnionWith((await connection.QueryAsync<long>(
                $"insert into footprints ({Columns}) values {rows} on conflict do nothing returning member", values)).Select(member => (int)member));
        }

        return members;
    }

    /// <summary>Who visited a member since a moment and before a place, newest first.</summary>
    public Task<IReadOnlyList<Footprint>> At(int member, long since, long before, int limit) => List("member = @of", "visitor", member, since, before, limit);

    /// <summary>Where a visitor left footprints, newest first.</summary>
    public Task<IReadOnlyList<Footprint>> Of(int visitor, long since, long before, int limit) => List("visitor = @of", "member", visitor, since, before, limit);

    /// <summary>
    /// Takes a footprint back, at most so many in a month; the two go together or not at all. Null if there is no such
    /// footprint, false if the month's number is used up.
    /// </summary>
    public async Task<bool?> TakeBack(int visitor, int member, int slot, int month, int limit)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        var used = await connection.ExecuteAsync(
            """
            insert into footprint_returns (member, month, used) select @visitor, @month, 1 where @limit > 0
            on conflict (member, month) do update set used = footprint_returns.used + 1 where footprint_returns.used < @limit
            """,
            new { visitor, month, limit }, transaction);
        var taken = await connection.ExecuteAsync(
            "update footprints set taken = 1 where member = @member and visitor = @visitor and slot = @slot and taken = 0",
            new { member, visitor, slot }, transaction);
        if (taken == 1 && used == 1)
        {
            await transaction.CommitAsync();
            return true;
        }

        await transaction.RollbackAsync();
        return taken == 0 ? null : false;
    }

    /// <summary>How many a visitor took back in a month.</summary>
    public async Task<int> TakenBack(int visitor, int month)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<int>(
            "select used from footprint_returns where member = @visitor and month = @month", new { visitor, month });
    }

    /// <summary>Removes what was left before a moment.</summary>
    public async Task Sweep(long before)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("delete from footprints where at < @before", new { before });
    }

    private async Task<IReadOnlyList<Footprint>> List(string condition, string other, int of, long since, long before, int limit)
    {
        await using var connection = await database.Open();
        var rows = await connection.QueryAsync<(long Member, long Visitor, long Slot, long At, long Post)>(
            $"""
            select cast(member as bigint), cast(visitor as bigint), cast(slot as bigint), at, post from footprints
            where {condition} and taken = 0 and at >= @since and at < @before order by at desc, {other} limit @limit
            """,
            new { of, since, before, limit });
        return [.. rows.Select(row => new Footprint((int)row.Member, (int)row.Visitor, (int)row.Slot, row.At, row.Post))];
    }
}
