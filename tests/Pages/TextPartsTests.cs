using OrleansMixi.Pages.Text;

namespace OrleansMixi.Pages;

public sealed class TextPartsTests
{
    /// <summary>A text, and what can be clicked in it. The browser tests ask the same of the script.</summary>
    public static TheoryData<string, string[]> Examples { get; } = new()
    {
        { "plain <b>text</b> & more", [] },
        { "see https://example.org/a?b=1&c=2.", ["https://example.org/a?b=1&c=2"] },
        { "（https://example.org/春）です", ["https://example.org/春"] },
        { "hello @Hanako, and @ken_t!", ["@Hanako→/user/hanako", "@ken_t→/user/ken_t"] },
        { "こんにちは@hanakoさん", ["@hanako→/user/hanako"] },
        { "mail me@example.org or @@nobody", [] },
        { "javascript:alert(1) data:text/html,x http:// https://", [] },
        { "@a @" + new string('b', 21), [] },
        { "http://x.example/*bold*", ["http://x.example/*bold"] },
    };

    [Theory, MemberData(nameof(Examples))]
    public void Links_and_mentions_are_found_and_the_text_stays_whole(string text, string[] links)
    {
        var parts = TextParts.Split(text).ToList();
        Assert.Equal(text, string.Concat(parts.Select(part => part.Text)));
        Assert.Equal(links, parts.Where(part => part.Href is not null).Select(part => part.Outside ? part.Text : $"{part.Text}→{part.Href}"));
    }

    [Fact]
    public void A_long_text_is_cut_between_characters()
    {
        var text = new string('a', TextParts.ClipAt - 1) + "🌸" + "b";
        Assert.Equal(new string('a', TextParts.ClipAt - 1) + "…", TextParts.Clip(text));
        Assert.Equal("short", TextParts.Clip("short"));
    }
}
