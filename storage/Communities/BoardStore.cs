using System.Data.Common;
using Dapper;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Communities;

/// <summary>What stands on the boards of communities, by last activity.</summary>
public sealed class BoardStore(Database database)
{
    private const string Columns = "post, community, form, pinned, last";

    /// <summary>Puts a post on a board; again changes nothing.</summary>
    public async Task Add(long post, int community, PostForm form)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            "insert into boards (post, community, form, last) values (@post, @community, @form, @post) on conflict do nothing",
            new { post, community, form = (int)form });
    }

    /// <summary>One entry; null if the post stands on no board.</summary>
    public async Task<BoardRow?> Find(long post)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<BoardRow>($"select {Columns} from boards where post = @post", new { post });
    }

    /// <summary>The entries of a community in one form, pinned ones first, then by last activity.</summary>
    public async Task<IReadOnlyList<BoardRow>> Of(int community, PostForm form, int offset, int limit)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<BoardRow>(
            $"select {Columns} from boards where community = @community and form = @form order by pinned desc, last desc limit @limit offset @offset",
            new { community, form = (int)form, offset, limit })).AsList();
    }

    /// <summary>Pins or unpins inside a transaction; refuses more than so many.</summary>
    public static async Task Pin(DbConnection connection, DbTransaction transaction, int community, long post, bool pinned, int most)
    {
        await connection.ExecuteAsync("update boards set pinned = @value where post = @post", new { post, value = pinned ? 1 : 0 }, transaction);
        var count = await connection.QuerySingleAsync<int>("select count(*) from boards where community = @community and pinned = 1", new { community }, transaction);
        if (pinned && count > most)
        {
            throw Errors.Conflict($"{most} topics are pinned here (Mixi:Communities:Pinned); take one down first.");
        }
    }
}
