using System.Data.Common;
using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Communities;

/// <summary>Members that communities keep out.</summary>
public sealed class BarStore(Database database, TimeProvider time)
{
    private const string Columns = "member, until, reason, by_member as ByMember, at";

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The bar that holds against a member; null if none does.</summary>
    public async Task<CommunityBar?> Find(int community, int member)
    {
        await using var connection = await database.Open();
        return (await connection.QuerySingleOrDefaultAsync<Row>(
            $"select {Columns} from community_bars where community = @community and member = @member and (until = 0 or until > @Now)",
            new { community, member, Now }))?.ToBar();
    }

    /// <summary>The bars that hold, newest first.</summary>
    public async Task<IReadOnlyList<CommunityBar>> Of(int community, int limit, int offset)
    {
        await using var connection = await database.Open();
        return [.. (await connection.QueryAsync<Row>(
            $"select {Columns} from community_bars where community = @community and (until = 0 or until > @Now) order by at desc limit @limit offset @offset",
            new { community, Now, limit, offset })).Select(row => row.ToBar())];
    }

    /// <summary>Sets a bar inside a transaction.</summary>
    public static Task Set(DbConnection connection, DbTransaction transaction, int community, CommunityBar bar) => connection.ExecuteAsync(
        """
        insert into community_bars (community, member, until, reason, by_member, at) values (@community, @Member, @Until, @Reason, @By, @At)
        on conflict (community, member) do update set until = excluded.until, reason = excluded.reason, by_member = excluded.by_member, at = excluded.at
        """,
        new { community, bar.Member, bar.Until, bar.Reason, bar.By, bar.At },
        transaction);

    /// <summary>Lifts a bar inside a transaction.</summary>
    public static Task Lift(DbConnection connection, DbTransaction transaction, int community, int member) =>
        connection.ExecuteAsync("delete from community_bars where community = @community and member = @member", new { community, member }, transaction);

    private sealed class Row
    {
        public int Member { get; set; }

        public long Until { get; set; }

        public string Reason { get; set; } = "";

        public int ByMember { get; set; }

        public long At { get; set; }

        public CommunityBar ToBar() => new(Member, Until, Reason, ByMember, At);
    }
}
