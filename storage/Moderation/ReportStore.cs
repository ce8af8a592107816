using Dapper;
using Microsoft.Extensions.Options;
using OrleansMixi.Storage;

namespace OrleansMixi.Moderation;

/// <summary>Reports by members. One member's report of one thing waits once; deciding one decides all of the same thing.</summary>
public sealed class ReportStore(Database database, IOptions<ModerationOptions> options, TimeProvider time)
{
    /// <summary>The longest text, in text elements.</summary>
    public const int MaxText = 1_000;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Keeps a report. Reporting the same again changes nothing.</summary>
    public async Task Add(int reporter, ReportKind kind, long target, ReportReason reason, string text)
    {
        await using var connection = await database.Open();
        if (await connection.QuerySingleAsync<int>("select count(*) from reports where reporter = @reporter and closed = 0", new { reporter }) >= options.Value.OpenReports)
        {
            throw Errors.Conflict($"{options.Value.OpenReports} of your reports wait (Mixi:Moderation:OpenReports); the administrators will get to them.");
        }

        await connection.ExecuteAsync(
            """
            insert into reports (reporter, kind, target, reason, text, created) values (@reporter, @kind, @target, @reason, @text, @Now)
            on conflict do nothing
            """,
            new { reporter, kind = (int)kind, target, reason = (int)reason, text, Now });
    }

    /// <summary>Reports that wait, the oldest first.</summary>
    public async Task<IReadOnlyList<ReportRow>> Open(int limit)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<ReportRow>(
            "select number, reporter, kind, target, reason, text, created from reports where closed = 0 order by number limit @limit", new { limit })).AsList();
    }

    /// <summary>How many wait.</summary>
    public async Task<int> Count()
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleAsync<int>("select count(*) from reports where closed = 0");
    }

    /// <summary>Decides a report, and all that wait about the same thing. Idempotent.</summary>
    public async Task Close(int number, int by, ReportOutcome outcome)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            """
            update reports set closed = @Now, closed_by = @by, outcome = @outcome
            where closed = 0 and exists (select 1 from reports r where r.number = @number and r.kind = reports.kind and r.target = reports.target)
            """,
            new { number, by, outcome = (int)outcome, Now });
    }

    /// <summary>Decides whatever waits about a thing that something was done about.</summary>
    public async Task Close(ReportKind kind, long target, int by)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            "update reports set closed = @Now, closed_by = @by, outcome = 2 where closed = 0 and kind = @kind and target = @target",
            new { kind = (int)kind, target, by, Now });
    }
}
