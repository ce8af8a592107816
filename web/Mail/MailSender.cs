using System.Text.Json;
using Microsoft.Extensions.Options;
using MimeKit;
using OrleansMixi.Storage;

namespace OrleansMixi.Mail;

/// <summary>
/// Sends what waits in the queue, one mail at a time. A mail that failed is tried again with longer and longer pauses; one
/// that was sent by a host which died in the same moment may come twice, under the same message id.
/// </summary>
internal sealed partial class MailSender(
    OutboxStore outbox, MailLinkStore links, MailVault vault, IMailCarrier carrier, IOptions<MailOptions> options, TimeProvider time, ILogger<MailSender> logger)
    : BackgroundService
{
    private const int MaxDoublings = 20;

    private readonly Rounds _rounds = new(options.Value.Look, time);

    /// <summary>Something new waits.</summary>
    public void Knock() => _rounds.Knock();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                while (await outbox.Take(options.Value.Timeout + options.Value.Pause) is { } row)
                {
                    await Send(row, stoppingToken);
                }

                await links.Sweep();
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogWorkFailed(error);
            }

            await _rounds.Next(stoppingToken);
        }
    }

    private async Task Send(OutboxRow row, CancellationToken stop)
    {
        if (vault.Open(row.Letter) is not { } text || JsonSerializer.Deserialize<Letter>(text) is not { } letter)
        {
            LogGivenUp(null, row.Number, row.Attempts);
            await outbox.Remove(row.Number);
            return;
        }

        try
        {
            using var patience = new CancellationTokenSource(options.Value.Timeout, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
            await carrier.Carry(Mail(row, letter), either.Token);
            await outbox.Remove(row.Number);
        }
        catch (MailRefusedException refusal)
        {
            LogRefused(refusal, row.Number);
            await outbox.Remove(row.Number);
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            if (time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(row.Created) > options.Value.Keep)
            {
                LogGivenUp(error, row.Number, row.Attempts);
                await outbox.Remove(row.Number);
                return;
            }

            LogFailed(error, row.Number, row.Attempts);
            await outbox.Retry(row.Number, Pause(row.Attempts), error.GetType().Name);
        }
    }

    private TimeSpan Pause(int attempts)
    {
        var pause = options.Value.Pause * Math.Pow(2, Math.Min(attempts - 1, MaxDoublings));
        return pause < options.Value.LongestPause ? pause : options.Value.LongestPause;
    }

    private MimeMessage Mail(OutboxRow row, Letter letter)
    {
        var from = MailboxAddress.Parse(options.Value.From);
        var mail = new MimeMessage
        {
            Subject = letter.Subject,
            Date = time.GetUtcNow(),
            MessageId = $"{row.Number}.{row.Created}@{from.Domain}",
            Body = new TextPart("plain") { Text = letter.Text },
        };
        mail.From.Add(from);
        mail.To.Add(new MailboxAddress("", letter.To));
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        mail.Headers.Add(HeaderId.ContentLanguage, letter.Language);
        return mail;
    }

    [LoggerMessage(EventIds.MailFailed, LogLevel.Warning, "Mail {Number} was not taken at attempt {Attempts}; it is tried again")]
    private partial void LogFailed(Exception error, int number, int attempts);

    [LoggerMessage(EventIds.MailRefused, LogLevel.Warning, "Mail {Number} was refused for good")]
    private partial void LogRefused(Exception error, int number);

    [LoggerMessage(EventIds.MailGivenUp, LogLevel.Error, "Mail {Number} is given up after {Attempts} attempts")]
    private partial void LogGivenUp(Exception? error, int number, int attempts);

    [LoggerMessage(EventIds.MailWorkFailed, LogLevel.Warning, "The queue of mails can't be read; it is tried again")]
    private partial void LogWorkFailed(Exception error);
}
