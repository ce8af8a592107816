using MimeKit;

namespace OrleansMixi.Mail;

/// <summary>Takes a mail out of the house. It throws if it could not; <see cref="MailRefusedException"/> says that trying again is of no use.</summary>
internal interface IMailCarrier
{
    /// <summary>Hands a mail over.</summary>
    Task Carry(MimeMessage mail, CancellationToken cancellationToken);
}
