using System.Text.RegularExpressions;
using OrleansMixi.Posts;

namespace OrleansMixi.Notifications;

/// <summary>Finds the handles that a text names with <c>@</c>, by the rules that pages link them by.</summary>
public static partial class Mentions
{
    /// <summary>The most members that one text can call.</summary>
    public const int Limit = 20;

    /// <summary>The handles in their stored spelling, each once, in the order of the text.</summary>
    public static IReadOnlyList<string> In(string text) => !text.Contains('@', StringComparison.Ordinal)
        ? []
        : [.. Candidates().Matches(text).Where(match => match.ValueSpan[0] == '@').Select(match => Handle.Fold(match.Value[1..])).OfType<string>().Distinct().Take(Limit)];

    // An address is matched first, so that an @ inside it is none.
    [GeneratedRegex("""https?://[^\s<>"`「」『』（）【】、。，！？]+|(?<![A-Za-z0-9_@/.-])@[A-Za-z0-9][A-Za-z0-9_-]{1,19}(?![A-Za-z0-9_-])""", RegexOptions.CultureInvariant)]
    private static partial Regex Candidates();
}
