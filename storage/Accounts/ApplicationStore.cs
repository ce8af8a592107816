using Dapper;
using OrleansMixi.Members;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Accounts;

/// <summary>Newcomers who wait for approval. Each is decided once; what a decided one wrote, and the password, are forgotten.</summary>
public sealed class ApplicationStore(Database database, MemberStore members, InvitationStore invitations, TimeProvider time)
{
    /// <summary>The most that wait at a time.</summary>
    public const int MaxWaiting = 2_000;

    private const string Columns =
        "a.number, a.handle, a.nickname, a.password, a.message, a.inviter, a.invitation, a.language, a.created, m.handle as InvitedBy";

    private const string From = "from applications a left join members m on m.number = a.inviter where a.decided = 0";

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Keeps an application, and takes the invitation that came with it; false if that can't be used.</summary>
    public async Task<bool> Add(string? code, string handle, string? nickname, string password, string message, string? language)
    {
        var folded = MemberStore.CheckHandle(handle);
        var name = MemberStore.CheckNickname(nickname ?? folded);
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        if (await connection.QuerySingleAsync<int>("select count(*) from applications where decided = 0", transaction: transaction) >= MaxWaiting)
        {
            throw Errors.Conflict($"{MaxWaiting} newcomers wait already; try again when some of them are in.");
        }

        var inviter = string.IsNullOrEmpty(code) ? 0 : await invitations.Take(connection, transaction, code);
        if (inviter is null)
        {
            return false;
        }

        var added = await connection.ExecuteAsync(
            """
            insert into applications (handle, nickname, password, message, inviter, invitation, language, created)
            select @folded, @name, @password, @message, @inviter, @invitation, @language, @Now
            where not exists (select 1 from members where handle = @folded)
            on conflict do nothing
            """,
            new { folded, name, password, message, inviter, invitation = string.IsNullOrEmpty(code) ? null : InvitationStore.Hash(code), language, Now },
            transaction);
        if (added == 0)
        {
            throw Errors.HandleTaken(folded);
        }

        await transaction.CommitAsync();
        return true;
    }

    /// <summary>Who waits, the longest first.</summary>
    public async Task<IReadOnlyList<ApplicationRow>> Waiting(int limit)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<ApplicationRow>($"select {Columns} {From} order by a.number limit @limit", new { limit })).AsList();
    }

    /// <summary>How many wait.</summary>
    public async Task<int> Count()
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleAsync<int>("select count(*) from applications where decided = 0");
    }

    /// <summary>The waiting application of a handle in any spelling; null if there is none.</summary>
    public async Task<ApplicationRow?> Find(string handle)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<ApplicationRow>($"select {Columns} {From} and a.handle = @handle", new { handle = Handle.Fold(handle) ?? "" });
    }

    /// <summary>Lets a newcomer in: of many attempts one makes the member; null if it was decided before.</summary>
    public async Task<MemberRow?> Approve(int number, int by)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        if (await connection.ExecuteAsync(
            "update applications set decided = @Now, decided_by = @by, admitted = 1 where number = @number and decided = 0", new { Now, by, number }, transaction) == 0)
        {
            return null;
        }

        var row = await connection.QuerySingleAsync<ApplicationRow>(
            "select number, handle, nickname, password, inviter, invitation, language from applications where number = @number", new { number }, transaction);
        var member = await members.Create(connection, transaction, row.Handle, row.Nickname, false, row.Password, row.Inviter);
        await connection.ExecuteAsync("update members set language = @Language where number = @Number", new { row.Language, member.Number }, transaction);
        await connection.ExecuteAsync("update applications set password = '', message = '' where number = @number", new { number }, transaction);
        if (row.Invitation is not null)
        {
            await invitations.Used(connection, transaction, row.Invitation, member.Number, row.Inviter);
        }

        await transaction.CommitAsync();
        return member;
    }

    /// <summary>Turns a newcomer away; false if it was decided before. The handle is free again.</summary>
    public async Task<bool> Decline(int number, int by)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync(
            "update applications set decided = @Now, decided_by = @by, password = '', message = '' where number = @number and decided = 0",
            new { Now, by, number }) == 1;
    }
}
