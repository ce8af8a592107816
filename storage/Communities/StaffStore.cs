using System.Data.Common;
using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Communities;

/// <summary>The moderators of communities and their rights.</summary>
public sealed class StaffStore(Database database)
{
    /// <summary>The moderators of a community, longest-serving first.</summary>
    public async Task<IReadOnlyList<(int Member, CommunityRights Rights)>> Of(int community)
    {
        await using var connection = await database.Open();
        return [.. (await connection.QueryAsync<(long Member, long Rights)>(
            "select cast(member as bigint), cast(rights as bigint) from community_staff where community = @community order by since, member", new { community }))
            .Select(row => ((int)row.Member, (CommunityRights)row.Rights))];
    }

    /// <summary>Sets a moderator's rights inside a transaction; none is no moderator.</summary>
    public static Task Set(DbConnection connection, DbTransaction transaction, int community, int member, CommunityRights rights, long at) =>
        rights == CommunityRights.None
            ? connection.ExecuteAsync("delete from community_staff where community = @community and member = @member", new { community, member }, transaction)
            : connection.ExecuteAsync(
                """
                insert into community_staff (community, member, rights, since) values (@community, @member, @rights, @at)
                on conflict (community, member) do update set rights = excluded.rights
                """,
                new { community, member, rights = (int)rights, at },
                transaction);
}
