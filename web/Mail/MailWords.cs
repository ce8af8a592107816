using System.Globalization;
using Microsoft.Extensions.Localization;
using OrleansMixi.Pages;
using OrleansMixi.Pages.Shell;

namespace OrleansMixi.Mail;

/// <summary>Writes mails in the language of who reads them.</summary>
internal sealed class MailWords(IStringLocalizer<Words> words)
{
    /// <summary>A mail; what is put into the text must be safe as plain text.</summary>
    public Letter Write(MailText kind, string to, string? language, params object[] parts)
    {
        var reader = Languages.All.FirstOrDefault(known => known.Name == language) ?? CultureInfo.GetCultureInfo("en");
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = reader;
            var key = kind.ToString().ToLowerInvariant();
            return new(to, words[$"mail.{key}-subject"], $"{words[$"mail.{key}-text", parts]}\n\n{words["mail.foot"]}\n", reader.Name);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
