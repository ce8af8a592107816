using System.Buffers.Text;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Members;

/// <summary>Invitations: single use, expiring; only the hash of the code is stored.</summary>
public sealed class InvitationStore(Database database, MemberStore members, TimeProvider time)
{
    /// <summary>Unused invitations of one member at a time.</summary>
    public const int MaxOpen = 50;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Makes an invitation and answers its code, which is shown once; inviter 0 is the operator.</summary>
    public async Task<string> Create(int inviter, TimeSpan life)
    {
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        if (database.IsPostgres)
        {
            // Many at once count one after the other; on SQLite the transaction itself holds everybody else off.
            await connection.ExecuteAsync("select number from members where number = @inviter for no key update", new { inviter }, transaction);
        }

        var open = await connection.QuerySingleAsync<int>(
            "select count(*) from invitations where inviter = @inviter and used_by is null and expires > @Now", new { inviter, Now }, transaction);
        if (inviter != 0 && open >= MaxOpen)
        {
            throw Errors.Conflict($"{MaxOpen} of your invitations are unused; wait until one is used or expires.");
        }

        await connection.ExecuteAsync(
            "insert into invitations (hash, inviter, created, expires) values (@hash, @inviter, @Now, @expires)",
            new { hash = Hash(code), inviter, Now, expires = Now + (long)life.TotalMilliseconds },
            transaction);
        await transaction.CommitAsync();
        return code;
    }

    /// <summary>A member's invitations, newest first.</summary>
    public async Task<IReadOnlyList<InvitationRow>> Of(int inviter)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<InvitationRow>(
            """
            select i.created, i.expires, case when i.used_by is null then null else coalesce(m.handle, '') end as UsedBy from invitations i left join members m on m.number = i.used_by
            where i.inviter = @inviter order by i.created desc limit 100
            """,
            new { inviter })).AsList();
    }

    /// <summary>
    /// Uses an invitation and makes the member in one transaction: of many attempts with one code, one succeeds. The
    /// newcomer asks the inviter for friendship in it, so that a crash before the answer loses nothing. Answers null if the
    /// code is unknown, used, expired, or its maker no longer lives here.
    /// </summary>
    public async Task<(MemberRow Member, int Inviter)?> SignUp(string code, string handle, string? nickname, string password)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        if (await Take(connection, transaction, code) is not { } inviter)
        {
            return null;
        }

        var member = await members.Create(connection, transaction, handle, nickname, false, password, inviter);
        await Used(connection, transaction, Hash(code), member.Number, inviter);
        await transaction.CommitAsync();
        return (member, inviter);
    }

    /// <summary>Takes an invitation inside a transaction and answers its maker; null if it can't be used.</summary>
    internal async Task<int?> Take(DbConnection connection, DbTransaction transaction, string code) =>

        // The row's lock makes all others wait for this transaction, and then find it used; -1 is nobody's number.
        await connection.QuerySingleOrDefaultAsync<int?>(
            """
            update invitations set used_by = -1
            where hash = @hash and used_by is null and expires > @Now
              and (inviter = 0 or exists (select 1 from members m where m.number = invitations.inviter and m.suspended = 0))
            returning inviter
            """,
            new { hash = Hash(code), Now },
            transaction);

    /// <summary>Notes inside a transaction who came by an invitation, and asks its maker for friendship.</summary>
    internal async Task Used(DbConnection connection, DbTransaction transaction, byte[] hash, int newcomer, int inviter)
    {
        await connection.ExecuteAsync("update invitations set used_by = @newcomer where hash = @hash", new { newcomer, hash }, transaction);
        if (inviter != 0)
        {
            await connection.ExecuteAsync(
                "insert into friend_requests (target, member, message, created) values (@inviter, @newcomer, '', @Now) on conflict do nothing",
                new { inviter, newcomer, Now },
                transaction);
        }
    }

    /// <summary>The hash under which a code is kept.</summary>
    internal static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}
