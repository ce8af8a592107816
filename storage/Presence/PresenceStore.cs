using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Presence;

/// <summary>When members were last active, as numbers of stretches of time.</summary>
public sealed class PresenceStore(Database database)
{
    private const int PerStatement = 1_000;

    /// <summary>Writes slots; they go forward only.</summary>
    public async Task Keep(IReadOnlyCollection<KeyValuePair<int, Slots>> members)
    {
        await using var connection = await database.Open();
        foreach (var part in members.OrderBy(pair => pair.Key).Chunk(PerStatement))
        {
            var values = new DynamicParameters();
            var rows = string.Join(", ", part.Select((member, place) =>
            {
                values.Add($"m{place}", member.Key);
                values.Add($"l{place}", member.Value.Last);
                values.Add($"b{place}", member.Value.Before);
                return $"(@m{place}, @l{place}, @b{place})";
            }));
            await connection.ExecuteAsync(
                $"""
                insert into presence (member, last, before) values {rows}
                on conflict (member) do update set
                  before = case when presence.last < excluded.last and presence.last > excluded.before then presence.last else excluded.before end,
                  last = excluded.last
                where presence.last < excluded.last
                """,
                values);
        }
    }

    /// <summary>The slots of members; who was never active is absent.</summary>
    public async Task<IReadOnlyDictionary<int, Slots>> Of(IReadOnlyCollection<long> members)
    {
        await using var connection = await database.Open();
        var rows = await connection.QueryAsync<(long Member, long Last, long Before)>(
            $"""
            select cast(member as bigint), cast(last as bigint), cast(before as bigint) from presence join {database.Rows("ids")} on ids.id = member
            """,
            new { ids = database.List(members) });
        return rows.ToDictionary(row => (int)row.Member, row => new Slots((int)row.Last, (int)row.Before));
    }
}
