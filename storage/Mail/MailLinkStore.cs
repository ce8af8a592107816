using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Mail;

/// <summary>Links in mails: single use, expiring; only the hash of the secret is stored.</summary>
public sealed class MailLinkStore(Database database, TimeProvider time)
{
    private const int MaxSecret = 100;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>
    /// Makes a link's secret; null if the member had that many of the kind within the last hour. The address travels with
    /// a proof, so that an older link never proves a newer address.
    /// </summary>
    public async Task<string?> Create(MailLinkKind kind, int member, byte[]? addressHash, string? address, TimeSpan life, int perHour)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await using var connection = await database.Open();
        var made = await connection.ExecuteAsync(
            """
            insert into mail_links (hash, kind, member, address_hash, address, created, expires)
            select @hash, @kind, @member, @addressHash, @address, @Now, @expires
            where (select count(*) from mail_links where member = @member and kind = @kind and created > @hour) < @perHour
            """,
            new { hash = Hash(secret), kind = (int)kind, member, addressHash, address, Now, expires = Now + (long)life.TotalMilliseconds, hour = Now - 3_600_000L, perHour });
        return made == 1 ? secret : null;
    }

    /// <summary>The encrypted address that a member was asked to prove last and still can; null if there is none.</summary>
    public async Task<string?> Waiting(int member)
    {
        await using var connection = await database.Open();
        return await connection.QueryFirstOrDefaultAsync<string>(
            "select address from mail_links where member = @member and kind = @kind and used = 0 and expires > @Now order by created desc limit 1",
            new { member, kind = (int)MailLinkKind.Proof, Now });
    }

    /// <summary>The member of a link that can still be used; 0 if there is none. It stays unused.</summary>
    public async Task<int> Look(MailLinkKind kind, string secret)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<int>(
            "select member from mail_links where hash = @hash and kind = @kind and used = 0 and expires > @Now", new { hash = Hash(secret), kind = (int)kind, Now });
    }

    /// <summary>
    /// Uses a link for a new password and sets it: of many attempts one succeeds. All sign-ins and tokens end with it, and
    /// so do all other links for a password. Answers the member; 0 if the link is unknown, used or expired.
    /// </summary>
    public async Task<int> SetPassword(string secret, string passwordHash, string stamp)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        var values = new { hash = Hash(secret), kind = (int)MailLinkKind.Password, Now, passwordHash, stamp };

        // The member's row first, as whoever leaves does: who is gone meanwhile gets no password any more.
        var member = await connection.QuerySingleOrDefaultAsync<int>(
            """
            update members set password = @passwordHash, stamp = @stamp, failures = 0, locked_until = 0
            where suspended = 0 and number = (select l.member from mail_links l where l.hash = @hash and l.kind = @kind and l.used = 0 and l.expires > @Now)
            returning number
            """,
            values,
            transaction);
        if (member == 0 || await connection.ExecuteAsync("update mail_links set used = @Now where hash = @hash and used = 0", values, transaction) == 0)
        {
            return 0;
        }

        await connection.ExecuteAsync("update tokens set revoked = @Now where member = @member and revoked = 0", new { Now, member }, transaction);
        await connection.ExecuteAsync(
            "update mail_links set used = @Now where member = @member and kind = @kind and used = 0", new { Now, member, kind = (int)MailLinkKind.Password }, transaction);
        await transaction.CommitAsync();
        return member;
    }

    /// <summary>Forgets links that ended a while ago.</summary>
    public async Task Sweep()
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("delete from mail_links where expires < @before", new { before = Now - (long)TimeSpan.FromDays(1).TotalMilliseconds });
    }

    /// <summary>The hash under which a secret is kept.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret.Length > MaxSecret ? "" : secret));
}
