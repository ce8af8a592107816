using Dapper;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Moderation;

/// <summary>Measures and appeals. Nothing is deleted here: what was undone stays to be read. Change them through <see cref="Moderator"/>.</summary>
public sealed class MeasureStore(Database database, TimeProvider time)
{
    private const string Select = """
        select m.number, m.kind, m.member, m.post, m.actor, m.reason, m.created, m.ends, m.undone, m.undone_by as UndoneBy, m.undone_reason as UndoneReason,
          a.text as Appeal, coalesce(a.decided, 0) as AppealDecided, coalesce(a.granted, 0) as AppealGranted, a.answer as AppealAnswer
        from measures m left join appeals a on a.measure = m.number
        """;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>One measure; null if there is none.</summary>
    public async Task<MeasureRow?> Find(int number) => (await Query("where m.number = @number", new { number })).SingleOrDefault();

    /// <summary>The measure of a kind that holds for a member or a post; null if there is none.</summary>
    public async Task<MeasureRow?> Holding(MeasureKind kind, int member, long post = 0) => (await Query(
        "where m.kind = @kind and m.member = @member and m.post = @post and m.undone = 0", new { kind = (int)kind, member, post })).SingleOrDefault();

    /// <summary>What was done to a member, newest first.</summary>
    public Task<IReadOnlyList<MeasureRow>> Of(int member, int limit) =>
        Query("where m.member = @member order by m.number desc limit @limit", new { member, limit });

    /// <summary>All measures, newest first, those below a number.</summary>
    public Task<IReadOnlyList<MeasureRow>> All(int before, int limit) =>
        Query("where m.number < @before order by m.number desc limit @limit", new { before, limit });

    /// <summary>Measures whose appeal waits for a decision, the oldest appeal first.</summary>
    public Task<IReadOnlyList<MeasureRow>> Appealed(int limit) =>
        Query("where a.decided = 0 order by a.created limit @limit", new { limit });

    /// <summary>How many appeals wait.</summary>
    public async Task<int> Appeals()
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleAsync<int>("select count(*) from appeals where decided = 0");
    }

    /// <summary>A post as it stands, also while it is hidden; null once it is deleted.</summary>
    public async Task<Post?> Post(long id)
    {
        await using var connection = await database.Open();
        return (await connection.QuerySingleOrDefaultAsync<ActivityRow>(
            """
            select a.id, a.kind, a.author, a.actor, a.topic, a.target, a.audience, a.flags, a.edge, a.published, a.form,
              a.title, coalesce(e.text, a.text) as text, a.language, a.link, a.latest
            from activities a left join activities e on a.latest <> 0 and e.queue = a.queue and e.id = a.latest
            where a.queue = @queue and a.id = @id and a.kind = 1 and a.deleted <> 1
            """,
            new { queue = PostId.Queue(id), id }))?.ToPost();
    }

    /// <summary>Keeps an appeal; false if there is one already, or nothing to appeal against.</summary>
    public async Task<bool> Appeal(int measure, int member, string text)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync(
            """
            insert into appeals (measure, text, created)
            select number, @text, @Now from measures where number = @measure and member = @member and undone = 0
            on conflict do nothing
            """,
            new { measure, member, text, Now }) == 1;
    }

    /// <summary>Decides an appeal; false if it was decided before.</summary>
    public async Task<bool> Decide(int measure, int by, bool granted, string answer)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync(
            "update appeals set decided = @Now, decided_by = @by, granted = @granted, answer = @answer where measure = @measure and decided = 0",
            new { measure, by, granted = granted ? 1 : 0, answer, Now }) == 1;
    }

    /// <summary>Makes a measure, which holds at once for whoever asks the database; null if one holds already.</summary>
    internal async Task<int?> Add(MeasureKind kind, int member, long post, int actor, string reason, long ends)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        var number = await connection.QuerySingleOrDefaultAsync<int?>(
            """
            insert into measures (kind, member, post, actor, reason, created, ends) values (@kind, @member, @post, @actor, @reason, @Now, @ends)
            on conflict do nothing returning number
            """,
            new { kind = (int)kind, member, post, actor, reason, Now, ends },
            transaction);
        if (number is not null && kind == MeasureKind.Suspension)
        {
            await connection.ExecuteAsync(
                "update members set suspended = suspended | 1, stamp = @stamp where number = @member", new { member, stamp = MemberStore.NewStamp() }, transaction);
        }

        await transaction.CommitAsync();
        return number;
    }

    /// <summary>Undoes a measure; false if it did not hold.</summary>
    internal async Task<bool> Undo(int number, int by, string? reason)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        var undone = await connection.ExecuteAsync(
            "update measures set undone = @Now, undone_by = @by, undone_reason = @reason, told = 0 where number = @number and undone = 0",
            new { number, by, reason, Now },
            transaction);
        if (undone == 1)
        {
            await connection.ExecuteAsync(
                "update members set suspended = suspended & 2 where number = (select member from measures where number = @number and kind = 1)", new { number }, transaction);
        }

        await transaction.CommitAsync();
        return undone == 1;
    }

    /// <summary>Measures that are over by their end.</summary>
    internal async Task<IReadOnlyList<int>> Ended(int limit)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<int>("select number from measures where undone = 0 and ends <> 0 and ends <= @Now order by ends limit @limit", new { Now, limit })).AsList();
    }

    /// <summary>Measures of which the log does not know, or not that they were undone.</summary>
    internal async Task<IReadOnlyList<int>> Untold(int limit)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<int>("select number from measures where told = 0 order by number limit @limit", new { limit })).AsList();
    }

    /// <summary>The log knows of a measure as it was read; false if it changed meanwhile.</summary>
    internal async Task<bool> Told(MeasureRow measure)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync("update measures set told = 1 where number = @Number and undone = @Undone", measure) == 1;
    }

    private async Task<IReadOnlyList<MeasureRow>> Query(string where, object parameters)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<MeasureRow>($"{Select} {where}", parameters)).AsList();
    }
}
