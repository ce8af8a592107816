using System.Buffers.Text;
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
        var open = await connection.QuerySingleAsync<int>(
            "select count(*) from invitations where inviter = @inviter and used_by is null and expires > @Now", new { inviter, Now });
        if (inviter != 0 && open >= MaxOpen)
        {
            throw Errors.Conflict($"{MaxOpen} of your invitations are unused; wait until one is used or expires.");
        }

        await connection.ExecuteAsync(
            "insert into invitations (hash, inviter, created, expires) values (@hash, @inviter, @Now, @expires)",
            new { hash = Hash(code), inviter, Now, expires = Now + (long)life.TotalMilliseconds });
        return code;
    }

    /// <summary>A member's invitations, newest first.</summary>
    public async Task<IReadOnlyList<InvitationRow>> Of(int inviter)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<InvitationRow>(
            """
            select i.created, i.expires, m.handle as UsedBy from invitations i left join members m on m.number = i.used_by
            where i.inviter = @inviter order by i.created desc limit 100
            """,
            new { inviter })).AsList();
    }

    /// <summary>
    /// Uses an invitation and makes the member in one transaction: of many attempts with one code, one succeeds. Answers
    /// null if the code is unknown, used or expired.
    /// </summary>
    public async Task<(MemberRow Member, int Inviter)?> SignUp(string code, string handle, string? nickname, string password)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();

        // The row's lock makes all others wait for this transaction, and then find it used; -1 is nobody's number.
        var inviter = await connection.QuerySingleOrDefaultAsync<int?>(
            "update invitations set used_by = -1 where hash = @hash and used_by is null and expires > @Now returning inviter",
            new { hash = Hash(code), Now },
            transaction);
        if (inviter is null)
        {
            return null;
        }

        var member = await members.Create(connection, transaction, handle, nickname, false, password);
        await connection.ExecuteAsync("update invitations set used_by = @Number where hash = @hash", new { member.Number, hash = Hash(code) }, transaction);
        await transaction.CommitAsync();
        return (member, inviter.Value);
    }

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}
