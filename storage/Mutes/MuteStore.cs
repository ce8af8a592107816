using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Mutes;

/// <summary>The mutes of members.</summary>
public sealed class MuteStore(Database database)
{
    private const string Columns = "cast(number as bigint) as number, cast(kind as bigint) as kind, value, cast(scope as bigint) as scope, until, created";

    /// <summary>A member's mutes, the newest first, also those that have ended.</summary>
    public async Task<IReadOnlyList<MuteRule>> Of(int member)
    {
        await using var connection = await database.Open();
        var rows = await connection.QueryAsync<(long, long, string, long, long, long)>(
            $"select {Columns} from mutes where member = @member order by created desc, number desc", new { member });
        return [.. rows.Select(Rule)];
    }

    /// <summary>Keeps a mute; one of the same kind and value gets the new scope and end. Null if that would be one more than <paramref name="limit"/> of the kinds counted with it.</summary>
    public async Task<MuteRule?> Keep(int member, MuteRule rule, int limit)
    {
        const string Counted = "member = @member and (kind = 5) = (@kind = 5)";
        await using var connection = await database.Open();
        var rows = await connection.QueryAsync<(long, long, string, long, long, long)>(
            $"""
            insert into mutes (member, number, kind, value, scope, until, created)
            select @member, coalesce((select max(number) from mutes where member = @member), 0) + 1, @kind, @value, @scope, @until, @created
            where (select count(*) from mutes where {Counted}) < @limit
               or exists (select 1 from mutes where member = @member and kind = @kind and value = @value)
            on conflict (member, kind, value) do update set scope = excluded.scope, until = excluded.until
            returning {Columns}
            """,
            new { member, kind = (int)rule.Kind, value = rule.Value, scope = (int)rule.Scope, until = rule.Until, created = rule.Created, limit });
        return rows.Select(Rule).FirstOrDefault();
    }

    /// <summary>Takes a mute away; false if there was none.</summary>
    public async Task<bool> Remove(int member, int number)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync("delete from mutes where member = @member and number = @number", new { member, number }) > 0;
    }

    /// <summary>Forgets what ended before a moment.</summary>
    public async Task Forget(int member, long ended)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("delete from mutes where member = @member and until <> 0 and until < @ended", new { member, ended });
    }

    private static MuteRule Rule((long Number, long Kind, string Value, long Scope, long Until, long Created) row) =>
        new((int)row.Number, (MuteKind)row.Kind, row.Value, (MuteScope)row.Scope, row.Until, row.Created);
}
