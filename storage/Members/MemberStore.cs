using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using OrleansMixi.Posts;
using OrleansMixi.Search;
using OrleansMixi.Storage;

namespace OrleansMixi.Members;

/// <summary>Accounts: numbers (dense, from 1), handles, nicknames, and what signing in needs. Others read members through <see cref="AuthorStore"/>.</summary>
public sealed class MemberStore(Database database, TimeProvider time)
{
    /// <summary>The longest nickname, in text elements.</summary>
    public const int MaxNickname = 50;

    private const string Columns = "number, handle, nickname, bot, password, stamp, failures, locked_until as LockedUntil, language, suspended, role, inviter";

    /// <summary>Makes a member; refuses a handle that is not well-formed, reserved or taken.</summary>
    public async Task<MemberRow> Create(string handle, string? nickname, bool bot = false, string? password = null)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        var member = await Create(connection, transaction, handle, nickname, bot, password);
        await transaction.CommitAsync();
        return member;
    }

    /// <summary>Makes a member inside a transaction.</summary>
    public async Task<MemberRow> Create(DbConnection connection, DbTransaction transaction, string handle, string? nickname, bool bot, string? password, int inviter = 0)
    {
        var folded = CheckHandle(handle);
        var name = CheckNickname(nickname ?? folded);

        // The counter's row lock keeps numbers dense: a transaction that fails gives its number back.
        var number = await connection.QuerySingleAsync<int>(
            "update counters set value = value + 1 where name = 'members' returning value", transaction: transaction);
        var row = new MemberRow { Number = number, Handle = folded, Nickname = name, Bot = bot ? 1 : 0, Password = password, Stamp = NewStamp(), Inviter = inviter };
        var inserted = await connection.ExecuteAsync(
            """
            insert into members (number, handle, nickname, bot, password, stamp, inviter, created)
            values (@Number, @Handle, @Nickname, @Bot, @Password, @Stamp, @Inviter, @created) on conflict do nothing
            """,
            new { row.Number, row.Handle, row.Nickname, row.Bot, row.Password, row.Stamp, row.Inviter, created = time.GetUtcNow().ToUnixTimeMilliseconds() },
            transaction);
        if (inserted == 0)
        {
            throw Errors.HandleTaken(folded);
        }

        await MemberNames.Keep(connection, transaction, row.Number, row.Handle, row.Nickname);
        return row;
    }

    /// <summary>A member by number; null if there is none.</summary>
    public async Task<MemberRow?> Find(int number)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<MemberRow>($"select {Columns} from members where number = @number", new { number });
    }

    /// <summary>A member by handle in any spelling; null if there is none.</summary>
    public async Task<MemberRow?> Find(string handle)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<MemberRow>(
            $"select {Columns} from members where handle = @handle", new { handle = Handle.Fold(handle) ?? "" });
    }

    /// <summary>Whether nobody lives here yet.</summary>
    public async Task<bool> IsEmpty()
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleAsync<int>("select count(*) from (select 1 from members limit 1) m") == 0;
    }

    /// <summary>Changes what others see; a member entry in the log must follow so that all hosts notice.</summary>
    public async Task Rename(int number, string nickname, bool bot, string? language)
    {
        var name = CheckNickname(nickname);
        PostRules.Language(language);
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            "update members set nickname = @name, bot = @bot, language = @language where number = @number",
            new { number, name, bot = bot ? 1 : 0, language },
            transaction);
        await MemberNames.Rename(connection, transaction, number, name);
        await transaction.CommitAsync();
    }

    /// <summary>Keeps the language in which a member reads pages and mails; no page shows it, so no entry need follow.</summary>
    public async Task SetLanguage(int number, string language)
    {
        PostRules.Language(language);
        await using var connection = await database.Open();
        await connection.ExecuteAsync("update members set language = @language where number = @number", new { number, language });
    }

    /// <summary>Keeps a new password hash and the stamp that ends older sessions; refuses if the stamp is no longer the one that was read before.</summary>
    public async Task KeepPassword(MemberRow row, string before)
    {
        await using var connection = await database.Open();
        if (await connection.ExecuteAsync(
            "update members set password = @Password, stamp = @Stamp where number = @Number and stamp = @before", new { row.Password, row.Stamp, row.Number, before }) == 0)
        {
            throw Errors.Conflict("The password was changed meanwhile; sign in again.");
        }
    }

    /// <summary>Keeps a new stamp, which ends older sessions.</summary>
    public async Task KeepStamp(MemberRow row)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("update members set stamp = @Stamp where number = @Number", row);
    }

    /// <summary>Keeps until when nobody signs in.</summary>
    public async Task KeepLockout(MemberRow row)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("update members set locked_until = @LockedUntil where number = @Number", row);
    }

    /// <summary>Forgets the attempts that failed.</summary>
    public async Task ForgetFailures(int number)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("update members set failures = 0 where number = @number", new { number });
    }

    /// <summary>Counts an attempt that failed; answers how many there are now.</summary>
    public async Task<int> CountFailure(int number)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleAsync<int>("update members set failures = failures + 1 where number = @number returning failures", new { number });
    }

    /// <summary>Gives or takes a role; a member entry in the log must follow. Browsers notice within a second.</summary>
    public async Task SetRole(int number, MemberRole role)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("update members set role = @role where number = @number", new { number, role = (int)role });
    }

    /// <summary>The administrators, by handle.</summary>
    public async Task<IReadOnlyList<MemberRow>> Administrators()
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<MemberRow>(
            $"select {Columns} from members where role = @role and suspended = 0 order by handle", new { role = (int)MemberRole.Administrator })).AsList();
    }

    /// <summary>A handle in its folded spelling; refuses one that nobody may have.</summary>
    public static string CheckHandle(string handle)
    {
        var folded = Handle.Fold(handle) ?? throw Errors.Invalid(
            "handle", $"'handle' is 2 to {Handle.MaxLength} letters a–z, digits, '_' or '-', beginning with a letter or digit.");
        return Handle.IsReserved(folded) ? throw Errors.HandleTaken(folded) : folded;
    }

    /// <summary>A new security stamp; sessions that carry an older one end.</summary>
    public static string NewStamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    /// <summary>A nickname as it is kept; refuses one that is empty or too long.</summary>
    public static string CheckNickname(string nickname)
    {
        PostRules.Text("nickname", nickname, MaxNickname);
        var trimmed = nickname.Trim();
        return trimmed.Length > 0 ? trimmed : throw Errors.Invalid("nickname", "'nickname' is empty; choose a name to be shown.");
    }
}
