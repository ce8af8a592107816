using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OrleansMixi.Accounts;
using OrleansMixi.Log;
using OrleansMixi.Members;

namespace OrleansMixi.Mail;

/// <summary>Proof of addresses, new passwords, and word to members. Mails go into the queue; nobody waits for a mail server.</summary>
internal sealed class MailDesk(
    MailAddressStore addresses, MailLinkStore links, OutboxStore outbox, MailVault vault, MailWords words, MailSender sender, SiteAddress site,
    MemberStore members, IPasswordHasher<MemberRow> hasher, AccessLog access, LogTail tail, IOptions<MailOptions> options)
{
    /// <summary>The member's address and the one that waits for its proof.</summary>
    public async Task<MailState> Of(int member) => new(vault.Open(await addresses.Of(member)), vault.Open(await links.Waiting(member)));

    /// <summary>Sends a link to an address that the member says is theirs. It answers the same whether or not somebody else has it.</summary>
    public async Task AskProof(int member, string address)
    {
        var secret = await links.Create(
            MailLinkKind.Proof, member, await vault.Hash(address), vault.Close(address), options.Value.ProofLife, options.Value.PerHour)
            ?? throw Errors.RateLimited("Mixi:Mail:PerHour", options.Value.PerHour, 3_600);
        var row = await members.Find(member);
        await Send(words.Write(MailText.Proof, address, Language(row), row?.Handle ?? "", site.Of($"/account/mail/proof?link={secret}")));
    }

    /// <summary>Uses a link of a mail: its address is proven then. Answers the member; 0 if the link can't be used.</summary>
    public async Task<int> Prove(string link)
    {
        var member = await addresses.Prove(MailLinkStore.Hash(link));
        if (member != 0)
        {
            await Changed(member);
        }

        return member;
    }

    /// <summary>Takes the member's address away.</summary>
    public async Task Remove(int member)
    {
        await addresses.Remove(member);
        await Changed(member);
    }

    /// <summary>Sends a link for a new password to whoever has this handle or address, if a proven address is there. It never tells.</summary>
    public async Task Forgot(string who)
    {
        var member = MailAddress.TryRead(who) is { } address ? await addresses.Find(await vault.Hash(address)) : (await members.Find(who))?.Number ?? 0;
        if (member == 0 || await members.Find(member) is not { Suspended: 0 } row || vault.Open(await addresses.Of(member)) is not { } to)
        {
            return;
        }

        if (await links.Create(MailLinkKind.Password, member, null, null, options.Value.PasswordLife, options.Value.PerHour) is { } secret)
        {
            await Send(words.Write(MailText.Password, to, Language(row), row.Handle, site.Of($"/account/reset?link={secret}")));
        }
    }

    /// <summary>Whether a link for a new password can still be used.</summary>
    public async Task<bool> MayReset(string link) => await links.Look(MailLinkKind.Password, link) != 0;

    /// <summary>Sets a new password by a link; all sign-ins, tokens and live connections end. False if the link can't be used.</summary>
    public async Task<bool> Reset(string link, string password)
    {
        SignUps.CheckPassword(password);
        var member = await links.SetPassword(link, hasher.HashPassword(new(), password), MemberStore.NewStamp());
        if (member == 0)
        {
            return false;
        }

        await access.Revoked(member, Access.Everything);
        await tail.Settled(tail.Shape.QueueOf(member));
        return true;
    }

    /// <summary>Writes to a member who has a proven address; to others nothing is sent.</summary>
    public async Task Tell(int member, MailText kind, params object[] parts)
    {
        if (vault.Open(await addresses.Of(member)) is { } to)
        {
            await Send(words.Write(kind, to, (await members.Find(member))?.Language, parts));
        }
    }

    private static string? Language(MemberRow? row) => row?.Language ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private async Task Send(Letter letter)
    {
        await outbox.Add(vault.Close(JsonSerializer.Serialize(letter)));
        sender.Knock();
    }

    private async Task Changed(int member)
    {
        await access.Changed(member);
        await tail.Settled(tail.Shape.QueueOf(member));
    }
}
