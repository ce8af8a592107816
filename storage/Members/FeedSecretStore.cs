using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Members;

/// <summary>Secret addresses under which feed readers fetch a member's home timeline; one per member, only its hash is stored.</summary>
public sealed class FeedSecretStore(Database database)
{
    /// <summary>Makes a new secret; the one before ends.</summary>
    public async Task<string> Renew(int member)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            "insert into feed_secrets (member, hash) values (@member, @hash) on conflict (member) do update set hash = excluded.hash",
            new { member, hash = Hash(secret) });
        return secret;
    }

    /// <summary>The member of a secret; 0 if there is none or the member is suspended.</summary>
    public async Task<int> Find(string secret)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<int>(
            "select m.number from feed_secrets s join members m on m.number = s.member where s.hash = @hash and m.suspended = 0",
            new { hash = Hash(secret) });
    }

    /// <summary>Ends a member's secret address.</summary>
    public async Task Remove(int member)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("delete from feed_secrets where member = @member", new { member });
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
