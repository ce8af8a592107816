using System.Globalization;
using System.Text;
using CsCheck;
using OrleansMixi.Log;
using OrleansMixi.Posts;

namespace OrleansMixi.Mutes;

public sealed class MuteSetTests
{
    private static readonly string[] Words = ["ねこ", "ネコ", "cat", "CAT", "ｃａｔ", "Ω", "ß", "é", "e\u0301", "納豆", "ﾈｺ", "spoiler"];
    private static readonly string[] Tags = ["ja", "en", "pt", "pt-BR", "zh-Hant-TW", "PT-br"];

    private static readonly Gen<MuteRule> Rules = Gen.Select(
        One(MuteKind.Member, MuteKind.Topic, MuteKind.Word, MuteKind.Language, MuteKind.Post),
        Gen.Int[1, 5],
        One(Words),
        One(Tags),
        One(MuteScope.Home, MuteScope.Everywhere),
        One(0L, 50L, 150L))
        .Select((kind, number, word, tag, scope, until) => new MuteRule(0, kind, kind switch
        {
            MuteKind.Word => word,
            MuteKind.Language => tag,
            MuteKind.Topic => Topic.User(number).Value.ToString(CultureInfo.InvariantCulture),
            _ => number.ToString(CultureInfo.InvariantCulture),
        }, scope, until, 0));

    private static readonly Gen<(ActivityHeader Header, ActivityBody Body)> Written = Gen.Select(
        Gen.Int[1, 6], Gen.Int[1, 6], Gen.Int[1, 6], One(Words).Array[0, 4], One<string?>([.. Tags, null]), Gen.Bool)
        .Select((id, author, topic, words, tag, titled) => (
            new ActivityHeader(id, topic <= 3 ? topic : Topic.User(topic).Value, 0, author, author, ActivityKind.Post, Audience.Everyone, ActivityFlags.None, EdgeKind.None),
            new ActivityBody(PostForm.Voice, titled ? string.Join(' ', words) : null, titled ? "x" : string.Join(' ', words), tag, null)));

    [Fact]
    public void A_set_hides_exactly_what_one_of_its_rules_hides()
    {
        Gen.Select(Rules.Array[0, 8], Written, Gen.Bool).Sample((rules, post, home) =>
            Assert.Equal(
                rules.Any(rule => (rule.Until == 0 || rule.Until > 100) && (home || rule.Scope == MuteScope.Everywhere) && Matches(rule, post.Header, post.Body)),
                MuteSet.Of(rules, 100).Hides(post.Header, post.Body, home)));
    }

    [Fact]
    public void What_a_rule_hid_is_back_when_it_is_gone_and_nothing_else_changed()
    {
        Gen.Select(Rules.Array[0, 8], Rules, Written.Array[1, 20], Gen.Bool).Sample((rules, more, posts, home) =>
        {
            bool[] Shown(IEnumerable<MuteRule> set) => [.. posts.Select(post => !MuteSet.Of(set, 100).Hides(post.Header, post.Body, home))];
            var before = Shown(rules);
            var during = Shown([.. rules, more]);
            Assert.All(before.Zip(during), pair => Assert.True(pair.First || !pair.Second));
            Assert.Equal(before, Shown(rules));
            Assert.Equal(before, Shown(rules.Append(more with { Until = 100 })));
        });
    }

    [Fact]
    public void A_word_is_found_in_any_case_width_and_composition()
    {
        Gen.Select(One(Words), One(NormalizationForm.FormC, NormalizationForm.FormD, NormalizationForm.FormKC), Gen.Int[0, 2]).Sample((word, form, letters) =>
        {
            var spelled = (letters switch { 0 => word, 1 => word.ToUpperInvariant(), _ => word.ToLowerInvariant() }).Normalize(form);
            var body = new ActivityBody(PostForm.Voice, null, $"さて、{spelled} です", null, null);
            Assert.True(MuteSet.Of([new(0, MuteKind.Word, word, MuteScope.Everywhere, 0, 0)], 0).Hides(default, body, home: false));
        });
    }

    [Theory]
    [InlineData("pt", "pt-BR", true)]
    [InlineData("pt-BR", "pt", false)]
    [InlineData("PT", "pt", true)]
    [InlineData("p", "pt", false)]
    [InlineData("ja", null, false)]
    public void A_muted_language_hides_its_regions_and_nothing_without_a_language(string muted, string? tag, bool hidden) =>
        Assert.Equal(hidden, MuteSet.Of([new(0, MuteKind.Language, muted, MuteScope.Everywhere, 0, 0)], 0).Hides(default, new(PostForm.Voice, null, "x", tag, null), home: true));

    [Fact]
    public void A_word_without_letters_hides_nothing() =>
        Assert.False(MuteSet.Of([new(0, MuteKind.Word, "", MuteScope.Everywhere, 0, 0)], 0).Hides(default, new(PostForm.Voice, null, "x", null, null), home: true));

    [Fact]
    public void The_set_says_when_the_first_of_its_rules_ends()
    {
        MuteRule Rule(long until) => new(0, MuteKind.Word, $"w{until}", MuteScope.Home, until, 0);
        Assert.Equal(long.MaxValue, MuteSet.Of([Rule(0)], 0).Until);
        Assert.Equal(20, MuteSet.Of([Rule(0), Rule(30), Rule(20), Rule(5)], 10).Until);
        Assert.Same(MuteSet.None, MuteSet.Of([Rule(5)], 10));
    }

    [Fact]
    public void Asking_allocates_nothing_once_a_text_was_folded()
    {
        const int Posts = 10_000;
        var (header, body) = (new ActivityHeader(1, 2, 0, 3, 3, ActivityKind.Post, Audience.Everyone, ActivityFlags.None, EdgeKind.None), new ActivityBody(PostForm.Voice, null, "A word", "pt-BR", null));
        var muted = MuteSet.Of([.. Enum.GetValues<MuteKind>().Select(kind => new MuteRule(0, kind, "77", MuteScope.Everywhere, 0, 0))], 0);
        Assert.False(muted.Hides(header, body, home: true));
        Ask();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Ask();

        // What the runtime does beside it now and then is far less than a byte a post.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Posts / 2);

        void Ask()
        {
            for (var i = 0; i < Posts; i++)
            {
                _ = MuteSet.None.Hides(header, body, home: true) || muted.Hides(header, body, home: true);
            }
        }
    }

    private static Gen<T> One<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(place => values[place]);

    private static bool Matches(MuteRule rule, ActivityHeader header, ActivityBody body) => rule.Kind switch
    {
        MuteKind.Member => header.Author.ToString(CultureInfo.InvariantCulture) == rule.Value,
        MuteKind.Topic => header.Topic.ToString(CultureInfo.InvariantCulture) == rule.Value,
        MuteKind.Post => new[] { header.Id, header.Topic }.Any(id => id.ToString(CultureInfo.InvariantCulture) == rule.Value),
        MuteKind.Language => body.Language is { } tag && (tag.Equals(rule.Value, StringComparison.OrdinalIgnoreCase) || tag.StartsWith(rule.Value + "-", StringComparison.OrdinalIgnoreCase)),
        _ => FoldedText.Of($"{body.Title}\n{body.Text}").Contains(FoldedText.Of(rule.Value), StringComparison.Ordinal),
    };
}
