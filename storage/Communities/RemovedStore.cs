using System.Data.Common;
using Dapper;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Communities;

/// <summary>Posts that staff of communities took out of sight, with what gives them back.</summary>
public sealed class RemovedStore(Database database)
{
    /// <summary>The audience that a removed post had; null if it was not removed.</summary>
    public async Task<Audience?> Find(int community, long post)
    {
        await using var connection = await database.Open();
        return (Audience?)(byte?)await connection.QuerySingleOrDefaultAsync<int?>(
            "select audience from community_removed where post = @post and community = @community", new { post, community });
    }

    /// <summary>Marks a post as removed inside a transaction; again changes nothing.</summary>
    public static Task Set(DbConnection connection, DbTransaction transaction, int community, long post, Audience audience, int by, long at, string reason) =>
        connection.ExecuteAsync(
            """
            insert into community_removed (post, community, audience, by_member, at, reason) values (@post, @community, @audience, @by, @at, @reason)
            on conflict (post) do nothing
            """,
            new { post, community, audience = (int)audience, by, at, reason },
            transaction);

    /// <summary>Takes the mark away inside a transaction.</summary>
    public static Task Lift(DbConnection connection, DbTransaction transaction, long post) =>
        connection.ExecuteAsync("delete from community_removed where post = @post", new { post }, transaction);
}
