using Microsoft.Extensions.Options;
using MimeKit;
using OrleansMixi.Storage;

namespace OrleansMixi.Mail;

/// <summary>Lays mails down as files that any mail program opens, where there is no mail server.</summary>
internal sealed class FolderCarrier(IOptions<MailOptions> options) : IMailCarrier
{
    public async Task Carry(MimeMessage mail, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(options.Value.Outbox ?? Path.Combine(DatabaseLocation.DataFolder(), "outbox"));
        var name = $"{mail.Date.UtcDateTime:yyyyMMdd-HHmmss}-{mail.MessageId!.Split('@')[0]}.eml";
        var whole = Path.Combine(folder.FullName, name);
        await mail.WriteToAsync(whole + ".part", cancellationToken);
        File.Move(whole + ".part", whole, overwrite: true);
    }
}
