using System.Text.RegularExpressions;

namespace OrleansMixi.Pages.Text;

/// <summary>Finds links and mentions in plain text. The rules stand a second time in <c>js/text.js</c>; one table of examples tests both.</summary>
public static partial class TextParts
{
    /// <summary>A list shows at most this many UTF-16 units of a text; the post's own page shows all of it.</summary>
    public const int ClipAt = 200;

    private const string Closing = ".,;:!?)]}'*";

    /// <summary>The text in stretches; joined they are the text again.</summary>
    public static IEnumerable<TextPart> Split(string text)
    {
        var from = 0;
        foreach (Match match in Links().Matches(text))
        {
            if (Part(match) is not { } part)
            {
                continue;
            }

            if (match.Index > from)
            {
                yield return new(text[from..match.Index]);
            }

            yield return part;
            from = match.Index + part.Text.Length;
        }

        if (from < text.Length)
        {
            yield return new(text[from..]);
        }
    }

    /// <summary>The beginning of a long text, cut between characters; the text itself if it is short.</summary>
    public static string Clip(string text)
    {
        if (text.Length <= ClipAt)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[ClipAt - 1]) ? ClipAt - 1 : ClipAt;
        return text[..end] + "…";
    }

    private static TextPart? Part(Match match)
    {
        if (match.ValueSpan[0] == '@')
        {
            return new(match.Value, $"/user/{match.Value[1..].ToLowerInvariant()}");
        }

        var address = match.Value.TrimEnd(Closing.ToCharArray());
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
            ? new(address, address, true)
            : null;
    }

    [GeneratedRegex("""https?://[^\s<>"`「」『』（）【】、。，！？]+|(?<![A-Za-z0-9_@/.-])@[A-Za-z0-9][A-Za-z0-9_-]{1,19}(?![A-Za-z0-9_-])""", RegexOptions.CultureInvariant)]
    private static partial Regex Links();
}
