using OrleansMixi.Log;

namespace OrleansMixi.Live;

/// <summary>Notices as the API spells them.</summary>
internal static class NoticeWords
{
    private static readonly IReadOnlyList<string>[] Words =
        [.. Enum.GetValues<NoticeKind>().Select(IReadOnlyList<string> (kind) => [kind.ToString().ToLowerInvariant()])];

    /// <summary>The word of a notice, as the only one.</summary>
    public static IReadOnlyList<string> Of(in ActivityHeader notice)
    {
        var kind = (int)notice.Edge;
        return kind >= 1 && kind <= Words.Length ? Words[kind - 1] : [];
    }
}
