using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Mail;

/// <summary>The queue of mails: a mail stays until the mail server took it, so an outage loses nothing. Several hosts may send from it.</summary>
public sealed class OutboxStore(Database database, TimeProvider time)
{
    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Puts a mail into the queue.</summary>
    public async Task Add(string letter)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("insert into mail_outbox (letter, created, next) values (@letter, @Now, @Now)", new { letter, Now });
    }

    /// <summary>
    /// Takes the mail that is due first for a while, in which no other host takes it; null if none is due. Who takes it
    /// and dies leaves it to the next.
    /// </summary>
    public async Task<OutboxRow?> Take(TimeSpan lease)
    {
        // The outer condition counts where two hosts choose the same row: the second finds it moved.
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<OutboxRow>(
            """
            update mail_outbox set next = @until, attempts = attempts + 1
            where number = (select number from mail_outbox where next <= @Now order by next, number limit 1) and next <= @Now
            returning number, letter, created, attempts
            """,
            new { until = Now + (long)lease.TotalMilliseconds, Now });
    }

    /// <summary>Takes a mail out of the queue: it was sent, or nobody can ever take it.</summary>
    public async Task Remove(int number)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("delete from mail_outbox where number = @number", new { number });
    }

    /// <summary>Tries a mail again later.</summary>
    public async Task Retry(int number, TimeSpan after, string problem)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            "update mail_outbox set next = @next, problem = @problem where number = @number", new { number, next = Now + (long)after.TotalMilliseconds, problem });
    }

    /// <summary>How many wait.</summary>
    public async Task<int> Count()
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleAsync<int>("select count(*) from mail_outbox");
    }
}
