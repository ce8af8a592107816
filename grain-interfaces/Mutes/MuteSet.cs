using System.Collections.Frozen;
using System.Globalization;
using OrleansMixi.Log;

namespace OrleansMixi.Mutes;

/// <summary>
/// The mutes of one viewer that hold now, ready to be asked for each post. They only ever hide; what they hid is back when
/// they are gone. Asking allocates nothing, except that a text is folded once when words are muted.
/// </summary>
public sealed class MuteSet
{
    private readonly FrozenDictionary<int, MuteScope> _members;
    private readonly FrozenDictionary<long, MuteScope> _topics;
    private readonly FrozenDictionary<long, MuteScope> _posts;
    private readonly FrozenDictionary<string, MuteScope> _languages;
    private readonly (string Word, MuteScope Scope)[] _words;

    private MuteSet(IReadOnlyCollection<MuteRule> rules)
    {
        _members = Widest(rules, MuteKind.Member, value => int.Parse(value, CultureInfo.InvariantCulture)).ToFrozenDictionary();
        _topics = Widest(rules, MuteKind.Topic, value => long.Parse(value, CultureInfo.InvariantCulture)).ToFrozenDictionary();
        _posts = Widest(rules, MuteKind.Post, value => long.Parse(value, CultureInfo.InvariantCulture)).ToFrozenDictionary();
        _languages = Widest(rules, MuteKind.Language, value => value.ToLowerInvariant()).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _words = [.. Widest(rules, MuteKind.Word, FoldedText.Of).Where(word => word.Key.Length > 0).Select(word => (word.Key, word.Value))];
        Until = rules.Where(rule => rule.Until != 0).Select(rule => rule.Until).DefaultIfEmpty(long.MaxValue).Min();
        IsEmpty = rules.Count == 0;
    }

    /// <summary>Nothing is muted.</summary>
    public static MuteSet None { get; } = new([]);

    /// <summary>When the first of them ends, Unix milliseconds: from then on they have to be made anew.</summary>
    public long Until { get; }

    /// <summary>Whether nothing is muted.</summary>
    public bool IsEmpty { get; }

    /// <summary>The rules that hold at a moment.</summary>
    public static MuteSet Of(IEnumerable<MuteRule> rules, long now)
    {
        var present = rules.Where(rule => rule.Until == 0 || rule.Until > now).ToList();
        return present.Count == 0 ? None : new(present);
    }

    /// <summary>Whether a post is hidden, with what is written under it, in the home timeline or in another list. That one's own posts are always shown is for the caller to ask first.</summary>
    public bool Hides(in ActivityHeader post, ActivityBody body, bool home) => By(post, body, home) is not null;

    /// <summary>What hides a post; null if nothing does.</summary>
    public MuteKind? By(in ActivityHeader post, ActivityBody body, bool home) =>
        IsEmpty ? null
        : Holds(_members, post.Author, home) ? MuteKind.Member
        : Holds(_topics, post.Topic, home) ? MuteKind.Topic
        : Holds(_posts, post.Id, home) || Holds(_posts, post.Topic, home) ? MuteKind.Post
        : HidesLanguage(body.Language, home) ? MuteKind.Language
        : Word(body, home) is not null ? MuteKind.Word
        : null;

    /// <summary>The muted word that stands in a text, folded; null if there is none.</summary>
    public string? Word(ActivityBody body, bool home)
    {
        if (_words.Length == 0)
        {
            return null;
        }

        var text = FoldedText.Of(body);
        foreach (var (word, scope) in _words)
        {
            if (Holds(scope, home) && text.Contains(word, StringComparison.Ordinal))
            {
                return word;
            }
        }

        return null;
    }

    /// <summary>Whether the viewer wants to hear nothing of a member, wherever it is.</summary>
    public bool Silences(int member) => Holds(_members, member, home: false);

    private static Dictionary<TKey, MuteScope> Widest<TKey>(IEnumerable<MuteRule> rules, MuteKind kind, Func<string, TKey> key)
        where TKey : notnull =>
        rules.Where(rule => rule.Kind == kind).GroupBy(rule => key(rule.Value)).ToDictionary(same => same.Key, same => same.Max(rule => rule.Scope));

    private static bool Holds<TKey>(FrozenDictionary<TKey, MuteScope> scopes, TKey key, bool home)
        where TKey : notnull =>
        scopes.TryGetValue(key, out var scope) && Holds(scope, home);

    private static bool Holds(MuteScope scope, bool home) => home || scope == MuteScope.Everywhere;

    /// <summary>A muted <c>pt</c> hides <c>pt-BR</c> too, a muted <c>pt-BR</c> does not hide <c>pt</c>.</summary>
    private bool HidesLanguage(string? tag, bool home)
    {
        if (tag is null || _languages.Count == 0)
        {
            return false;
        }

        var languages = _languages.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var end = tag.Length; end > 0; end = tag.AsSpan(0, end).LastIndexOf('-'))
        {
            if (languages.TryGetValue(tag.AsSpan(0, end), out var scope) && Holds(scope, home))
            {
                return true;
            }
        }

        return false;
    }
}
