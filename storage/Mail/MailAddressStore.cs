using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Mail;

/// <summary>
/// Proven addresses, one account each: looked for by keyed hash, kept encrypted. An address is only somebody's once it is
/// proven, so nobody can keep others' addresses occupied.
/// </summary>
public sealed class MailAddressStore(Database database, TimeProvider time)
{
    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>A member's proven address, encrypted; null if there is none.</summary>
    public async Task<string?> Of(int member)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<string>("select address from mail_addresses where member = @member", new { member });
    }

    /// <summary>The member of an address by its hash; 0 if there is none, or the account rests.</summary>
    public async Task<int> Find(byte[] hash)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<int>(
            "select a.member from mail_addresses a join members m on m.number = a.member where a.hash = @hash and m.suspended = 0", new { hash });
    }

    /// <summary>Whether a member has a proven address, or an account that nobody signed up for and that needs none.</summary>
    public async Task<bool> IsProven(int member)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleAsync<int>(
            "select count(*) from members m where m.number = @member and (m.password is null or exists (select 1 from mail_addresses a where a.member = m.number))",
            new { member }) > 0;
    }

    /// <summary>
    /// Uses a link and makes its address the member's: of many attempts one succeeds. Answers the member; 0 if the link is
    /// unknown, used or expired. Refuses an address that another account has proven.
    /// </summary>
    public async Task<int> Prove(byte[] link)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        var used = await connection.QuerySingleOrDefaultAsync<UsedLink>(
            """
            update mail_links set used = @Now where hash = @link and kind = @kind and used = 0 and expires > @Now
            returning member, address_hash as Hash, address
            """,
            new { link, kind = (int)MailLinkKind.Proof, Now },
            transaction);
        if (used is null)
        {
            return 0;
        }

        try
        {
            await connection.ExecuteAsync(
                """
                insert into mail_addresses (member, hash, address, proven) values (@Member, @Hash, @Address, @Now)
                on conflict (member) do update set hash = excluded.hash, address = excluded.address, proven = excluded.proven
                """,
                new { used.Member, used.Hash, used.Address, Now },
                transaction);
        }
        catch (Exception error) when (database.IsDuplicate(error))
        {
            throw Errors.Conflict("Another account has proven this address; one address belongs to one account.");
        }

        await transaction.CommitAsync();
        return used.Member;
    }

    /// <summary>Forgets a member's address and whatever links are under way.</summary>
    public async Task Remove(int member)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("delete from mail_links where member = @member", new { member });
        await connection.ExecuteAsync("delete from mail_addresses where member = @member", new { member });
    }

    private sealed class UsedLink
    {
        public int Member { get; set; }

        public byte[] Hash { get; set; } = [];

        public string Address { get; set; } = "";
    }
}
