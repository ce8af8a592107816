using System.Runtime.CompilerServices;
using System.Text;
using OrleansMixi.Log;

namespace OrleansMixi.Mutes;

/// <summary>Texts as words are looked for in them: the same letter in another case, width or composition is the same.</summary>
public static class FoldedText
{
    // A post is looked at by many who mute words; it is folded once as long as it is in memory.
    private static readonly ConditionalWeakTable<ActivityBody, string> Bodies = [];

    /// <summary>The text in its one spelling.</summary>
    public static string Of(string text)
    {
        var folded = Compose(text).ToUpperInvariant().ToLowerInvariant();
        return Compose(folded);
    }

    /// <summary>Title and text of a body, folded.</summary>
    public static string Of(ActivityBody body) =>
        Bodies.GetValue(body, static body => Of(body.Title is null ? body.Text : $"{body.Title}\n{body.Text}"));

    private static string Compose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair has no composition.
            return text;
        }
    }
}
