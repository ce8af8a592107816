using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Notifications;

/// <summary>Which kinds of notifications members switched off; without a row all are on.</summary>
public sealed class NotificationSwitches(Database database)
{
    /// <summary>The kinds that a member does not want, as bits of <see cref="NotificationKinds.Bit"/>.</summary>
    public async Task<long> Off(int member) => (await Off([member])).GetValueOrDefault(member);

    /// <summary>The same for several members; who has nothing off is absent.</summary>
    public async Task<IReadOnlyDictionary<int, long>> Off(IEnumerable<int> members)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<(long Member, long Off)>(
            $"select cast(s.member as bigint), s.off from {database.Rows("ids")} join notification_switches s on s.member = ids.id",
            new { ids = database.List([.. members.Select(member => (long)member)]) })).ToDictionary(row => (int)row.Member, row => row.Off);
    }

    /// <summary>Keeps a member's choice.</summary>
    public async Task Keep(int member, long off)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            "insert into notification_switches (member, off) values (@member, @off) on conflict (member) do update set off = excluded.off", new { member, off });
    }
}
