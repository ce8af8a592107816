using System.Globalization;
using MimeKit;

namespace OrleansMixi.Mail;

/// <summary>Reads e-mail addresses. Any well-formed one will do: no rule about domains, countries or carriers.</summary>
internal static class MailAddress
{
    private const int MaxLength = 254;

    private static readonly IdnMapping Idn = new();

    /// <summary>An address as it is kept; refuses what is none, by name of the field.</summary>
    public static string Read(string field, string text) =>
        TryRead(text) ?? throw Errors.Invalid(field, $"'{field}' is not an e-mail address.");

    /// <summary>An address as it is kept, its domain in ASCII and small letters; null if it is none.</summary>
    public static string? TryRead(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length > MaxLength || trimmed.Any(char.IsControl) || trimmed.Contains('<', StringComparison.Ordinal)
            || !MailboxAddress.TryParse(trimmed, out var mailbox) || mailbox.Address.LastIndexOf('@') is var at && at <= 0)
        {
            return null;
        }

        try
        {
            var domain = Idn.GetAscii(mailbox.Address[(at + 1)..]).ToLowerInvariant();
            return domain.Length == 0 ? null : $"{mailbox.Address[..at]}@{domain}";
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>What makes two spellings one address: to no mailbox of today do capital letters matter.</summary>
    public static string Key(string address) => address.ToLowerInvariant();
}
