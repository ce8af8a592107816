using Dapper;
using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Storage;

namespace OrleansMixi.Members;

/// <summary>Who came through whom, as far as it was asked in this host's memory: it never changes. It answers how far two members are apart, never who stands between.</summary>
public sealed class InvitationTree(Database database, IOptions<LogOptions> options)
{
    /// <summary>The most steps that are looked up the tree from one member.</summary>
    public const int MaxDepth = 50;

    // Upwards only, and never further than the bound: a walk costs one look per step, however many members there are.
    private const string Above = """
        with recursive above (number, inviter, depth) as (
            select number, inviter, 0 from members where number = @member
            union all
            select m.number, m.inviter, a.depth + 1 from above a join members m on m.number = a.inviter where a.inviter <> 0 and a.depth < @MaxDepth)
        select cast(number as bigint), cast(depth as bigint) from above
        """;

    private readonly GenerationCache<int, int[]> _lines = new(options.Value.CachedPosts / 4);

    /// <summary>The invitation steps between two members; null if none are known.</summary>
    public async ValueTask<int?> Steps(int one, int other)
    {
        var (mine, theirs) = (await Line(one), await Line(other));
        return theirs.Index().Where(step => mine.Contains(step.Item)).Select(step => (int?)(step.Index + Array.IndexOf(mine, step.Item))).Min();
    }

    /// <summary>When the younger of an inviter and the invited came; null if neither invited the other.</summary>
    public async Task<DateTimeOffset?> TiedSince(int one, int other)
    {
        await using var connection = await database.Open();
        var created = await connection.QuerySingleOrDefaultAsync<long?>(
            "select max(created) from members where (number = @one and inviter = @other) or (number = @other and inviter = @one)", new { one, other });
        return created is null ? null : DateTimeOffset.FromUnixTimeMilliseconds(created.Value);
    }

    /// <summary>A member, who invited this one, and so on upwards.</summary>
    private async ValueTask<int[]> Line(int member)
    {
        if (!_lines.TryGet(member, out var line))
        {
            await using var connection = await database.Open();
            line = [.. (await connection.QueryAsync<(long Member, long Depth)>(Above, new { member, MaxDepth })).OrderBy(row => row.Depth).Select(row => (int)row.Member)];
            if (line.Length > 0)
            {
                _lines.Set(member, line);
            }
        }

        return line;
    }
}
