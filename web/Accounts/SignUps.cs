using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Mail;
using OrleansMixi.Members;
using OrleansMixi.Notifications;
using OrleansMixi.Posts;

namespace OrleansMixi.Accounts;

/// <summary>How newcomers come in, in each mode; the newcomer becomes the inviter's friend.</summary>
internal sealed class SignUps(
    MemberStore members, InvitationStore invitations, ApplicationStore applications, IPasswordHasher<MemberRow> hasher, MailDesk mail, NotificationBox box, IGrainFactory grains, LogTail tail,
    IOptions<AccountOptions> options)
{
    /// <summary>The shortest and the longest password, in characters.</summary>
    public const int MinPassword = 8;
    public const int MaxPassword = 128;

    /// <summary>The longest message to the administrators, in text elements.</summary>
    public const int MaxMessage = 500;

    /// <summary>Makes the member; null if an administrator decides first. Refuses by name of the field.</summary>
    public async Task<MemberRow?> SignUp(NewAccount wanted, string? language)
    {
        CheckPassword(wanted.Password);
        var nickname = string.IsNullOrWhiteSpace(wanted.Nickname) ? null : wanted.Nickname;
        var address = string.IsNullOrWhiteSpace(wanted.Mail) ? null : MailAddress.Read("mail", wanted.Mail);
        var hash = hasher.HashPassword(new(), wanted.Password);
        if (options.Value.SignUp == SignUpMode.Approval)
        {
            var message = wanted.Message?.Trim() ?? "";
            PostRules.Text("message", message, MaxMessage);
            return await applications.Add(wanted.Invitation, wanted.Handle, nickname, hash, message, language) ? null : throw Uninvited();
        }

        var member = string.IsNullOrEmpty(wanted.Invitation) && options.Value.SignUp == SignUpMode.Open
            ? await members.Create(wanted.Handle, nickname, password: hash)
            : await ByInvitation(wanted, nickname, hash);
        await members.Rename(member.Number, member.Nickname, false, language);
        if (address is not null)
        {
            await mail.AskProof(member.Number, address);
        }

        return member;
    }

    /// <summary>Lets a waiting newcomer in; null if it was decided before.</summary>
    public async Task<MemberRow?> Approve(int application, int by)
    {
        var member = await applications.Approve(application, by);
        if (member is not null)
        {
            await Befriend(member.Number, member.Inviter);
        }

        return member;
    }

    /// <summary>Refuses a password that is too short or too long.</summary>
    public static void CheckPassword(string password)
    {
        if (password.Length is < MinPassword or > MaxPassword)
        {
            throw Errors.Invalid("password", $"'password' has {MinPassword} to {MaxPassword} characters.");
        }
    }

    private async Task<MemberRow> ByInvitation(NewAccount wanted, string? nickname, string hash)
    {
        if (await invitations.SignUp(wanted.Invitation ?? "", wanted.Handle, nickname, hash) is not { } made)
        {
            throw Uninvited();
        }

        await Befriend(made.Member.Number, made.Inviter);
        return made.Member;
    }

    private static MixiException Uninvited() =>
        Errors.Invalid("invitation", "'invitation' is unknown, used or expired; ask a member for a new one.");

    private async Task Befriend(int newcomer, int inviter)
    {
        if (inviter == 0)
        {
            return;
        }

        try
        {
            await grains.GetGrain<IUserGrain>(inviter).AcceptFriend(newcomer);
            await box.Add(inviter, NotificationKind.Friend, newcomer, newcomer);
            await tail.Settled(tail.Shape.QueueOf(newcomer));
            await tail.Settled(tail.Shape.QueueOf(inviter));
        }
        catch (MixiException)
        {
            // The inviter has as many friends as one can have; the newcomer's request waits there.
        }
    }
}
