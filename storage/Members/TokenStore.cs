using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Members;

/// <summary>Access tokens: <c>mixi_</c> and 32 random bytes; only their SHA-256 is stored.</summary>
public sealed class TokenStore(Database database, TimeProvider time)
{
    /// <summary>The longest token name, in characters.</summary>
    public const int MaxName = 60;

    private const string Prefix = "mixi_";
    private const int MaxPerMember = 100;

    /// <summary>The scopes there are.</summary>
    public static IReadOnlyList<string> Scopes { get; } = ["read", "post", "news", "admin"];

    /// <summary>The scopes of a list with commas between; refuses unknown ones.</summary>
    public static string[] ReadScopes(string list)
    {
        var scopes = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return scopes.Length > 0 && scopes.All(Scopes.Contains)
            ? [.. scopes.Distinct()]
            : throw Errors.Invalid("scopes", $"'{list}' is not a list of scopes; there are {string.Join(", ", Scopes)}.");
    }

    /// <summary>Makes a token and answers its text, which is shown once.</summary>
    public async Task<string> Create(int member, IReadOnlyCollection<string> scopes, string name)
    {
        var text = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await using var connection = await database.Open();
        var living = await connection.QuerySingleAsync<int>("select count(*) from tokens where member = @member and revoked = 0", new { member });
        if (living >= MaxPerMember)
        {
            throw Errors.Conflict($"A member has at most {MaxPerMember} tokens; revoke one first.");
        }

        await using var transaction = await connection.BeginTransactionAsync();
        var number = await connection.QuerySingleAsync<int>("update counters set value = value + 1 where name = 'tokens' returning value", transaction: transaction);
        await connection.ExecuteAsync(
            "insert into tokens (number, hash, member, scopes, name, created) values (@number, @hash, @member, @scopes, @name, @created)",
            new { number, hash = Hash(text), member, scopes = string.Join(',', scopes), name, created = time.GetUtcNow().ToUnixTimeMilliseconds() },
            transaction);
        await transaction.CommitAsync();
        return text;
    }

    /// <summary>The living token of a text; null if there is none, or its member is suspended.</summary>
    public async Task<TokenRow?> Find(string text)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || text.Length > 100)
        {
            return null;
        }

        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<TokenRow>(
            """
            select t.number, t.member, t.scopes, t.name, t.created, m.handle from tokens t join members m on m.number = t.member
            where t.hash = @hash and t.revoked = 0 and m.suspended = 0
            """,
            new { hash = Hash(text) });
    }

    /// <summary>A member's living tokens, newest first.</summary>
    public async Task<IReadOnlyList<TokenRow>> Of(int member)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<TokenRow>(
            "select number, member, scopes, name, created from tokens where member = @member and revoked = 0 order by number desc", new { member })).AsList();
    }

    /// <summary>Ends a member's token; false if there was none. A revoke entry in the log must follow so that live streams end.</summary>
    public async Task<bool> Revoke(int member, int number)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync(
            "update tokens set revoked = @now where member = @member and number = @number and revoked = 0",
            new { member, number, now = time.GetUtcNow().ToUnixTimeMilliseconds() }) == 1;
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
