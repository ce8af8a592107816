using System.Globalization;

namespace OrleansMixi.Pages.Shell;

/// <summary>The languages of the interface; each has its own resources.</summary>
public static class Languages
{
    /// <summary>The cookie that remembers the choice.</summary>
    public const string Cookie = "mixi-language";

    /// <summary>Every language, by its tag, with its own name for itself.</summary>
    public static IReadOnlyList<CultureInfo> All { get; } = [CultureInfo.GetCultureInfo("en"), CultureInfo.GetCultureInfo("ja")];

    /// <summary>The language of the present request.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
}
