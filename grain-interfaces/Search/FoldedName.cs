using System.Text;

namespace OrleansMixi.Search;

/// <summary>Names as they are searched: the same letter in another case, width or composition is the same.</summary>
public static class FoldedName
{
    /// <summary>The name in its one spelling, its spaces single.</summary>
    public static string Of(string name)
    {
        try
        {
            var folded = name.Normalize(NormalizationForm.FormKC).ToUpperInvariant().ToLowerInvariant().Normalize(NormalizationForm.FormKC);
            return string.Join(' ', folded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair has no composition.
            return name;
        }
    }
}
