using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace OrleansMixi.Mail;

/// <summary>Hands mails to the mail server.</summary>
internal sealed class SmtpCarrier(IOptions<MailOptions> options) : IMailCarrier
{
    private const int FirstPermanent = 500;

    public async Task Carry(MimeMessage mail, CancellationToken cancellationToken)
    {
        var server = options.Value;
        using var client = new SmtpClient { Timeout = (int)server.Timeout.TotalMilliseconds };
        await client.ConnectAsync(server.Host!, server.Port, Security(server.Security), cancellationToken);
        if (server.User is { Length: > 0 } user)
        {
            await client.AuthenticateAsync(user, server.Password ?? "", cancellationToken);
        }

        try
        {
            await client.SendAsync(mail, cancellationToken);
        }
        catch (SmtpCommandException refusal) when ((int)refusal.StatusCode >= FirstPermanent
            && refusal.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted)
        {
            throw new MailRefusedException($"{(int)refusal.StatusCode} {refusal.ErrorCode}", refusal);
        }

        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    private static SecureSocketOptions Security(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}
