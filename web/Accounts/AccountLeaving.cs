using Microsoft.AspNetCore.Identity;
using OrleansMixi.Log;
using OrleansMixi.Members;

namespace OrleansMixi.Accounts;

/// <summary>Leaving for ever, with the password. When it answers the member is gone on this host; the posts follow.</summary>
internal sealed class AccountLeaving(MemberStore members, UserManager<MemberRow> users, Leaving leaving, LeavingKeeper keeper, LogTail tail)
{
    /// <summary>Leaves; wrong passwords count as they do at signing in.</summary>
    public async Task Leave(int member, string? password, CancellationToken cancellationToken)
    {
        var row = await members.Find(member) ?? throw Errors.NotFound("member");
        if (row.Password is not null)
        {
            if (await users.IsLockedOutAsync(row))
            {
                throw Errors.Forbidden("Too many wrong passwords; try again in some minutes.");
            }

            if (password is null or { Length: > SignUps.MaxPassword } || !await users.CheckPasswordAsync(row, password))
            {
                await users.AccessFailedAsync(row);
                throw Errors.Invalid("password", "'password' is not the password of this account.");
            }
        }

        await leaving.Begin(member);
        keeper.Look();
        await tail.Settled(tail.Shape.QueueOf(member), cancellationToken);
    }
}
