using Dapper;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Introductions;

/// <summary>Introduction texts. Only those of present friends are found: the end of a friendship hides them, a new one shows them again.</summary>
public sealed class IntroductionStore(Database database, LogShape shape, TimeProvider time)
{
    // A friend (2) between whom and the member there is no block (8, 16).
    private const string OfFriends = """
        select i.member, i.author, i.text, i.created, i.approved from introductions i
        join edges e on e.shard = @shard and e.member = @member and (e.kind & 26) = 2
        """;

    /// <summary>The texts about a member, the newest first.</summary>
    public Task<IReadOnlyList<IntroductionRow>> About(int member, int limit) =>
        Read($"{OfFriends} and e.topic = i.author + {Topic.User(0).Value} where i.member = @member order by i.created desc limit @limit", member, limit);

    /// <summary>The texts by a member, the newest first.</summary>
    public Task<IReadOnlyList<IntroductionRow>> By(int member, int limit) =>
        Read($"{OfFriends} and e.topic = i.member + {Topic.User(0).Value} where i.author = @member order by i.created desc limit @limit", member, limit);

    /// <summary>Keeps a text, not yet approved.</summary>
    public async Task Keep(int member, int author, string text)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            """
            insert into introductions (member, author, text, created, approved) values (@member, @author, @text, @now, 0)
            on conflict (member, author) do update set text = excluded.text, created = excluded.created, approved = 0
            """,
            new { member, author, text, now = Now });
    }

    /// <summary>Approves a text as it was written at a moment, or at any (0); false if there is none such.</summary>
    public async Task<bool> Approve(int member, int author, long written)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync(
            "update introductions set approved = case when approved = 0 then @now else approved end where member = @member and author = @author and @written in (0, created)",
            new { member, author, written, now = Now }) > 0;
    }

    /// <summary>Takes a text away.</summary>
    public async Task Remove(int member, int author)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("delete from introductions where member = @member and author = @author", new { member, author });
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private async Task<IReadOnlyList<IntroductionRow>> Read(string sql, int member, int limit)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<IntroductionRow>(sql, new { member, shard = shape.ShardOf(member), limit })).AsList();
    }
}
