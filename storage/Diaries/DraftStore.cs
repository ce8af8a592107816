using Dapper;
using OrleansMixi.Media;
using OrleansMixi.Storage;

namespace OrleansMixi.Diaries;

/// <summary>Diary entries that are not posted yet, with their pictures, and when they are to be.</summary>
public sealed class DraftStore(Database database, MediaPlaces places, MediaStore media, TimeProvider time)
{
    /// <summary>The most drafts of one member.</summary>
    public const int Limit = 100;

    // Whoever takes a draft that is due has this long to post it before another host tries.
    private const int TakenMs = 60_000;
    private const string Columns = "number, title, text, audience, comments, publish, problem, media";

    private const string Replace = """
        update drafts set title = @title, text = @text, audience = @audience, comments = @comments, publish = @publish, problem = null, media = @media, key = @key, updated = @now
        where member = @member and number = @number
        returning number
        """;

    private const string Insert = """
        insert into drafts (member, number, title, text, audience, comments, publish, key, media, updated)
        select @member, coalesce(max(number), 0) + 1, @title, @text, @audience, @comments, @publish, @key, @media, @now from drafts where member = @member
        having count(*) < @Limit
        returning number
        """;

    /// <summary>Keeps a draft with its pictures: a new one (number 0), or in place of an older one. Answers its number; refuses a draft too many, and one that is there no more.</summary>
    public async Task<int> Keep(int member, DiaryDraft draft)
    {
        var values = new
        {
            member, number = draft.Number, title = draft.Title, text = draft.Text, audience = (int)draft.Audience, comments = (int)draft.Commenting,
            publish = draft.PublishAt, key = Guid.NewGuid().ToString("N"), now = Now, Limit, media = string.Join(',', draft.Media),
        };
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();

        // Whoever writes the member's row waits here for others who do: numbers are given one after the other.
        await connection.ExecuteAsync("update members set picture = picture where number = @member", values, transaction);
        var number = draft.Number == 0
            ? await connection.QuerySingleOrDefaultAsync<int?>(Insert, values, transaction) ?? throw Errors.Conflict($"You have {Limit} drafts; that is the most. Post or delete one first.")
            : await connection.QuerySingleOrDefaultAsync<int?>(Replace, values, transaction) ?? throw Errors.NotFound("draft");
        if (!await places.ToDraft(connection, transaction, member, number, draft.Media))
        {
            throw Errors.Invalid("media", "'media' names a picture that is not yours, was removed, or is used elsewhere; upload it for this draft (POST /api/media).");
        }

        await transaction.CommitAsync();
        return number;
    }

    /// <summary>The drafts of a member, newest first.</summary>
    public async Task<IReadOnlyList<DiaryDraft>> Of(int member)
    {
        await using var connection = await database.Open();
        var drafts = (await connection.QueryAsync<DraftRow>($"select {Columns} from drafts where member = @member order by updated desc", new { member })).Select(row => row.ToDraft()).ToList();
        var held = (await media.Own(member, [.. drafts.SelectMany(draft => draft.Media).Distinct()])).ToDictionary(row => row.Id);
        return [.. drafts.Select(draft => draft with
        {
            Pictures = [.. draft.Media.Where(id => held.TryGetValue(id, out var row) && IsOf(draft, row)).Select(id => held[id].ToPicture())],
        })];
    }

    /// <summary>One draft with the key under which it is posted; null if there is none.</summary>
    public async Task<(DiaryDraft Draft, string Key)?> Find(int member, int number)
    {
        await using var connection = await database.Open();
        var row = await connection.QuerySingleOrDefaultAsync<DraftRow>($"select {Columns}, key from drafts where member = @member and number = @number", new { member, number });
        return row is null ? null : (row.ToDraft(), row.Key);
    }

    /// <summary>Forgets a draft and gives up the pictures that it still holds; with a key only if it was not written anew since.</summary>
    public async Task Remove(int member, int number, string? key = null)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        if (await connection.ExecuteAsync("delete from drafts where member = @member and number = @number and (@key is null or key = @key)", new { member, number, key }, transaction) > 0)
        {
            await connection.ExecuteAsync("update media set place = 9, holder = 0 where owner = @member and place = 4 and holder = @number", new { member, number }, transaction);
        }

        await transaction.CommitAsync();
    }

    /// <summary>Puts the pictures of a draft that was not posted back to it, unless it was written anew since; those that are elsewhere stay there.</summary>
    public async Task Hold(int member, DiaryDraft draft, string key)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        if (await connection.ExecuteAsync("update drafts set key = @key where member = @member and number = @number and key = @key", new { member, number = draft.Number, key }, transaction) > 0)
        {
            await places.ToDraft(connection, transaction, member, draft.Number, draft.Media);
        }

        await transaction.CommitAsync();
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

    // What is set aside or loose is on its way into a post, or back from one that was refused.
    private static bool IsOf(DiaryDraft draft, MediaRow row) => row.Place == MediaPlace.Draft ? row.Holder == draft.Number : row.Holder == 0;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();
}
