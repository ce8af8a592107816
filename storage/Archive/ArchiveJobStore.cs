using System.Security.Cryptography;
using Dapper;
using Microsoft.Extensions.Options;
using OrleansMixi.Storage;

namespace OrleansMixi.Archive;

/// <summary>
/// Exports and imports as rows, so that any host may do them and a crash ends none. At most one of a member is under way:
/// a unique key says so. Who takes a job gets a name for this run; only that run may write for the job until its lease ends.
/// </summary>
public sealed class ArchiveJobStore(Database database, IOptions<ArchiveOptions> options, TimeProvider time)
{
    /// <summary>The most notes kept of one import.</summary>
    public const int MaxNotes = 100;

    private const int KeepStateDays = 30;
    private const string Columns = "id, member, kind, state, created, finished, expires, owner, attempts, bytes, lines, added, present, kept, skipped, refused, problem, detail";

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private long LeaseEnd => Now + (long)options.Value.Lease.TotalMilliseconds;

    /// <summary>Begins a job; null if one of this member is under way.</summary>
    public async Task<ArchiveJob?> Begin(int member, ArchiveJobKind kind)
    {
        var state = kind == ArchiveJobKind.Export ? ArchiveJobState.Waiting : ArchiveJobState.Receiving;
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        var id = await connection.QuerySingleAsync<long>("update counters set value = value + 1 where name = 'archive-jobs' returning value", transaction: transaction);
        var begun = await connection.QuerySingleOrDefaultAsync<ArchiveJob>(
            $"""
            insert into archive_jobs (id, member, kind, state, created, expires, lease, owner) values (@id, @member, @kind, @state, @now, @expires, @lease, @owner)
            on conflict do nothing returning {Columns}
            """,
            new { id, member, kind = (int)kind, state = (int)state, now = Now, expires = Now + (KeepStateDays * 86_400_000L), lease = LeaseEnd, owner = Name() },
            transaction);
        await transaction.CommitAsync();
        return begun;
    }

    /// <summary>An upload is whole: it waits for its turn.</summary>
    public Task Received(ArchiveJob job, long bytes) => Own(job, "state = 1, bytes = @bytes", new { bytes });

    /// <summary>Takes a job that waits, or one whose host fell silent; null if there is none.</summary>
    public async Task<ArchiveJob?> Take()
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<ArchiveJob>(
            $"""
            update archive_jobs set state = 2, lease = @lease, owner = @owner, attempts = attempts + 1, lines = 0, added = 0, present = 0, kept = 0, skipped = 0, refused = 0
            where (state = 1 or (state = 2 and lease < @now))
              and id = (select id from archive_jobs where state = 1 or (state = 2 and lease < @now) order by id limit 1)
            returning {Columns}
            """,
            new { now = Now, lease = LeaseEnd, owner = Name() });
    }

    /// <summary>Says that this run is alive; false if it is not the one any more.</summary>
    public Task<bool> Renew(ArchiveJob job) => Own(job, "lease = @lease", new { lease = LeaseEnd });

    /// <summary>Notes how far a run has come.</summary>
    public Task<bool> Progress(ArchiveJob job) => Own(
        job,
        "lease = @lease, lines = @Lines, added = @Added, present = @Present, kept = @Kept, skipped = @Skipped, refused = @Refused",
        new { lease = LeaseEnd, job.Lines, job.Added, job.Present, job.Kept, job.Skipped, job.Refused });

    /// <summary>Lets another host go on at once, because this one ends.</summary>
    public Task<bool> Release(ArchiveJob job) => Own(job, "state = 1", new { });

    /// <summary>Ends a run well; an export can be fetched from now on.</summary>
    public Task<bool> Finish(ArchiveJob job, long bytes)
    {
        var expires = Now + (job.Kind == ArchiveJobKind.Export ? (long)options.Value.Keep.TotalMilliseconds : KeepStateDays * 86_400_000L);
        return Own(job, "state = 3, finished = @now, expires = @expires, bytes = @bytes", new { now = Now, expires, bytes });
    }

    /// <summary>Ends a job that can't be done.</summary>
    public Task<bool> Fail(ArchiveJob job, string problem, string detail) =>
        Own(job, "state = 4, finished = @now, problem = @problem, detail = @detail", new { now = Now, problem, detail });

    /// <summary>The member's newest job of a kind; null if there is none.</summary>
    public async Task<ArchiveJob?> Newest(int member, ArchiveJobKind kind)
    {
        await using var connection = await database.Open();
        return await connection.QueryFirstOrDefaultAsync<ArchiveJob>(
            $"select {Columns} from archive_jobs where member = @member and kind = @kind and expires > @now order by id desc limit 1", new { member, kind = (int)kind, now = Now });
    }

    /// <summary>The member's newest archive that can be fetched; null if there is none.</summary>
    public async Task<ArchiveJob?> Fetchable(int member)
    {
        await using var connection = await database.Open();
        return await connection.QueryFirstOrDefaultAsync<ArchiveJob>(
            $"select {Columns} from archive_jobs where member = @member and kind = 1 and state = 3 and expires > @now order by id desc limit 1", new { member, now = Now });
    }

    /// <summary>Keeps a note about a line, up to <see cref="MaxNotes"/>.</summary>
    public async Task Note(ArchiveJob job, int number, ArchiveNote note)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            "insert into archive_notes (job, number, file, line, message) values (@job, @number, @File, @Line, @Message) on conflict do nothing",
            new { job = job.Id, number, note.File, note.Line, note.Message });
    }

    /// <summary>What was said about a job's lines.</summary>
    public async Task<IReadOnlyList<ArchiveNote>> Notes(long job)
    {
        await using var connection = await database.Open();
        return [.. (await connection.QueryAsync<(string File, long Line, string Message)>("select file, cast(line as bigint), message from archive_notes where job = @job order by number", new { job }))
            .Select(row => new ArchiveNote(row.File, (int)row.Line, row.Message))];
    }

    /// <summary>Forgets what is over, files that nobody needs any more, and uploads that broke off.</summary>
    public async Task Sweep()
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            "update archive_jobs set state = 4, finished = @now, problem = 'broken-off', detail = 'The upload did not come to its end.' where state = 0 and lease < @now", new { now = Now });
        await connection.ExecuteAsync("delete from archive_jobs where state >= 3 and expires < @now", new { now = Now });
        await connection.ExecuteAsync(
            """
            delete from archive_chunks where job not in (
                select id from archive_jobs j where state < 3
                or (kind = 1 and state = 3 and not exists (select 1 from archive_jobs n where n.member = j.member and n.kind = 1 and n.state = 3 and n.id > j.id)))
            """);
        await connection.ExecuteAsync("delete from archive_notes where job not in (select id from archive_jobs)");
    }

    private async Task<bool> Own(ArchiveJob job, string change, object parameters)
    {
        var all = new DynamicParameters(parameters);
        all.Add("id", job.Id);
        all.Add("owner", job.Owner);
        await using var connection = await database.Open();
        return await connection.ExecuteAsync($"update archive_jobs set {change} where id = @id and owner = @owner and state < 3", all) == 1;
    }

    private static string Name() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
}
