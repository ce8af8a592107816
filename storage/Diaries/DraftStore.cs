using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Diaries;

/// <summary>Diary entries that are not posted yet, and when they are to be.</summary>
public sealed class DraftStore(Database database, TimeProvider time)
{
    /// <summary>The most drafts of one member.</summary>
    public const int Limit = 100;

    // Whoever takes a draft that is due has this long to post it before another host tries.
    private const int TakenMs = 60_000;
    private const string Columns = "number, title, text, audience, comments, publish, problem";

    /// <summary>Keeps a draft: a new one (number 0), or in place of an older one. Answers its number; refuses a draft too many, and one that is there no more.</summary>
    public async Task<int> Keep(int member, DiaryDraft draft)
    {
        var values = new
        {
            member, number = draft.Number, title = draft.Title, text = draft.Text, audience = (int)draft.Audience, comments = (int)draft.Commenting,
            publish = draft.PublishAt, key = Guid.NewGuid().ToString("N"), now = Now, Limit,
        };
        await using var connection = await database.Open();
        if (draft.Number != 0)
        {
            var rows = await connection.ExecuteAsync(
                "update drafts set title = @title, text = @text, audience = @audience, comments = @comments, publish = @publish, problem = null, updated = @now where member = @member and number = @number",
                values);
            return rows == 1 ? draft.Number : throw Errors.NotFound("draft");
        }

        return await connection.QuerySingleOrDefaultAsync<int?>(
            """
            insert into drafts (member, number, title, text, audience, comments, publish, key, updated)
            select @member, coalesce(max(number), 0) + 1, @title, @text, @audience, @comments, @publish, @key, @now from drafts where member = @member
            having count(*) < @Limit
            returning number
            """,
            values) ?? throw Errors.Conflict($"You have {Limit} drafts; that is the most. Post or delete one first.");
    }

    /// <summary>The drafts of a member, newest first.</summary>
    public async Task<IReadOnlyList<DiaryDraft>> Of(int member)
    {
        await using var connection = await database.Open();
        return [.. (await connection.QueryAsync<DraftRow>($"select {Columns} from drafts where member = @member order by updated desc", new { member })).Select(row => row.ToDraft())];
    }

    /// <summary>One draft with the key under which it is posted; null if there is none.</summary>
    public async Task<(DiaryDraft Draft, string Key)?> Find(int member, int number)
    {
        await using var connection = await database.Open();
        var row = await connection.QuerySingleOrDefaultAsync<DraftRow>($"select {Columns}, key from drafts where member = @member and number = @number", new { member, number });
        return row is null ? null : (row.ToDraft(), row.Key);
    }

    /// <summary>Forgets a draft.</summary>
    public async Task Remove(int member, int number)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("delete from drafts where member = @member and number = @number", new { member, number });
    }

    /// <summary>Takes one draft whose time has come, so that no other host posts it meanwhile; null if there is none.</summary>
    public async Task<(int Member, int Number)?> Take()
    {
        await using var connection = await database.Open();
        var row = await connection.QueryFirstOrDefaultAsync<DraftRow>(
            """
            update drafts set publish = @later
            where publish > 0 and publish <= @now and (member, number) in (select member, number from drafts where publish > 0 and publish <= @now order by publish limit 1)
            returning member, number
            """,
            new { now = Now, later = Now + TakenMs });
        return row is null ? null : (row.Member, row.Number);
    }

    /// <summary>Notes why a draft could not be posted; it waits for its author then.</summary>
    public async Task Refuse(int member, int number, string problem)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("update drafts set publish = 0, problem = @problem where member = @member and number = @number", new { member, number, problem });
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();
}
