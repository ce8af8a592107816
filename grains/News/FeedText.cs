using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace OrleansMixi.News;

/// <summary>Makes plain, bounded text of what feeds carry.</summary>
internal static partial class FeedText
{
    private const int MaxHtml = 200_000;

    /// <summary>HTML or text as plain text on few lines, cut to so many text elements.</summary>
    public static string Plain(string html, int limit)
    {
        if (html.Length > MaxHtml)
        {
            html = html[..MaxHtml];
        }

        var text = html;
        if (html.Contains('<') || html.Contains('&'))
        {
            var body = new HtmlParser().ParseDocument(html).Body;
            foreach (var hidden in body?.QuerySelectorAll("script,style,template,noscript").ToArray() ?? [])
            {
                hidden.Remove();
            }

            text = body?.TextContent ?? "";
        }

        return Cut(Spaces().Replace(Clean(text), " ").Trim(), limit);
    }

    /// <summary>The first text elements; an ellipsis stands for the rest.</summary>
    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var elements = StringInfo.ParseCombiningCharacters(text);
        return elements.Length <= limit ? text : text[..elements[limit - 1]] + "…";
    }

    /// <summary>A language tag, or null if it is none.</summary>
    public static string? LanguageTag(string? tag)
    {
        var trimmed = tag?.Trim();
        return trimmed is { Length: >= 2 and <= 35 } && trimmed.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? trimmed : null;
    }

    /// <summary>Entities of HTML that XML does not know, as characters.</summary>
    public static string PlainEntities(string xml) => Entity().Replace(xml, match =>
        match.Groups[1].Value is "amp" or "lt" or "gt" or "quot" or "apos" ? match.Value : WebUtility.HtmlDecode(match.Value) is var plain && plain == match.Value ? "" : plain);

    /// <summary>Text without controls and halves of characters.</summary>
    internal static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Lone surrogates come as the replacement character; controls and format marks of the C0 and C1 sets go.
            if (rune.Value is '\t' or '\n' or '\r' || (rune != Rune.ReplacementChar && !Rune.IsControl(rune)))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("&([A-Za-z][A-Za-z0-9]{1,30});")]
    private static partial Regex Entity();
}
