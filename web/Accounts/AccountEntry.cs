using Microsoft.AspNetCore.Identity;
using OrleansMixi.Log;
using OrleansMixi.Members;

namespace OrleansMixi.Accounts;

/// <summary>Coming in: signing up with an invitation makes the member, the friendship with the inviter, and the session.</summary>
internal sealed class AccountEntry(
    InvitationStore invitations, SignInManager<MemberRow> signIn, IPasswordHasher<MemberRow> hasher, IGrainFactory grains, LogTail tail)
{
    /// <summary>The shortest and the longest password, in characters.</summary>
    public const int MinPassword = 8;
    public const int MaxPassword = 128;

    /// <summary>Signs up and in; answers an error code of the form, or null.</summary>
    public async Task<string?> SignUp(string invitation, string handle, string? nickname, string password)
    {
        if (password.Length is < MinPassword or > MaxPassword)
        {
            return "password";
        }

        try
        {
            if (await invitations.SignUp(invitation, handle, nickname, hasher.HashPassword(new(), password)) is not { } made)
            {
                return "invitation";
            }

            await Befriend(made.Member.Number, made.Inviter);
            await signIn.SignInAsync(made.Member, isPersistent: true);
            return null;
        }
        catch (MixiException refusal) when (refusal.Code is "handle-taken" or "invalid" or "text-too-long")
        {
            return refusal.Code == "handle-taken" ? "taken" : refusal.Field == "nickname" ? "nickname" : "handle";
        }
    }

    private async Task Befriend(int newcomer, int inviter)
    {
        if (inviter != 0)
        {
            await grains.GetGrain<IUserGrain>(newcomer).RequestFriend(inviter, null);
            await grains.GetGrain<IUserGrain>(inviter).AcceptFriend(newcomer);
            await tail.Settled(tail.Shape.QueueOf(newcomer));
            await tail.Settled(tail.Shape.QueueOf(inviter));
        }
    }
}
