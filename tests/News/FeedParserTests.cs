using System.Text;
using CsCheck;

namespace OrleansMixi.News;

public sealed class FeedParserTests
{
    private static readonly FeedLimits Limits = new();

    [Theory]
    [InlineData("rss2.xml", null)]
    [InlineData("rss2.xml", "application/rss+xml; charset=utf-8")]
    [InlineData("shift-jis.xml", null)]
    [InlineData("shift-jis.xml", "text/xml; charset=Shift_JIS")]
    [InlineData("euc-jp.xml", null)]
    [InlineData("euc-jp.xml", "text/xml; charset=\"euc-jp\"")]
    [InlineData("utf-16.xml", "text/xml")]
    public void Japanese_news_reads_the_same_in_every_encoding(string file, string? contentType)
    {
        var items = FeedParser.Parse(Bytes(file), contentType, null, Limits);
        Assert.Equal(["朝の市場に大きなマグロ", "橋の工事が終わる"], items.Select(item => item.Title));
        Assert.Equal("三百キロのマグロが競りにかけられました。", items[0].Summary);
        Assert.Equal(("g-1", "https://news.example.org/1", "ja"), (items[0].Key, items[0].Link, items[0].Language));
        Assert.Equal(DateTimeOffset.Parse("2026-05-03T23:30:00Z", System.Globalization.CultureInfo.InvariantCulture), items[0].Published);
        Assert.Equal("domestic", Assert.Single(items[0].Categories));
    }

    [Fact]
    public void Atom_is_read()
    {
        var item = Assert.Single(FeedParser.Parse(Bytes("atom.xml"), null, null, Limits));
        Assert.Equal(("urn:log:7", "Two & three boats", "They came back early.", "https://log.example.org/7", "en"), (item.Key, item.Title, item.Summary, item.Link, item.Language));
        Assert.Equal(DateTimeOffset.Parse("2026-05-04T00:15:00Z", System.Globalization.CultureInfo.InvariantCulture), item.Published);
    }

    [Fact]
    public void RDF_is_read()
    {
        var item = Assert.Single(FeedParser.Parse(Bytes("rdf.xml"), null, null, Limits));
        Assert.Equal(("https://rdf.example.org/a", "灯台だより", "霧の朝です。"), (item.Key, item.Title, item.Summary));
        Assert.NotNull(item.Published);
    }

    [Fact]
    public void Markup_becomes_text_and_addresses_become_absolute()
    {
        var items = FeedParser.Parse(Bytes("html-inside.xml"), null, new("https://base.example.org/feed.xml"), Limits);
        Assert.Equal(2, items.Count);
        Assert.Equal("Café & cats bold", items[0].Title);
        Assert.Equal("First line second <line>", items[0].Summary);
        Assert.Equal("https://base.example.org/stories/9?a=1&b=2", items[0].Link);
        Assert.Equal(("Only a description", null), (items[1].Title, items[1].Link));
    }

    [Theory]
    [InlineData("broken.xml")]
    [InlineData("page.html")]
    public void What_is_no_feed_is_refused(string file) =>
        Assert.Throws<FeedFormatException>(() => FeedParser.Parse(Bytes(file), null, null, Limits));

    [Theory]
    [InlineData("xxe.xml", "stolen:")]
    [InlineData("bomb.xml", "laugh")]
    public void Entities_neither_reach_out_nor_grow(string file, string title) =>
        Assert.Equal(title, Assert.Single(FeedParser.Parse(Bytes(file), null, null, Limits)).Title);

    [Fact]
    public void Everything_has_a_bound()
    {
        var many = $"<rss><channel>{string.Concat(Enumerable.Range(0, 150).Select(number => $"<item><title>{new string('t', 500)}</title><guid>{number}</guid><description>{string.Concat(Enumerable.Repeat("é̂", 3_000))}</description></item>"))}</channel></rss>";
        var items = FeedParser.Parse(Encoding.UTF8.GetBytes(many), null, null, Limits);
        Assert.Equal(100, items.Count);
        Assert.All(items, item => Assert.Equal(150, new System.Globalization.StringInfo(item.Title).LengthInTextElements));
        Assert.All(items, item => Assert.Equal(1_500, new System.Globalization.StringInfo(item.Summary).LengthInTextElements));
        Assert.Throws<FeedFormatException>(() => FeedParser.Parse(new byte[3_000_000], null, null, Limits));
    }

    [Fact]
    public void Rubbish_is_refused_without_a_fault() =>
        Gen.OneOf(
                Gen.Byte.Array[0, 300],
                Gen.String.Select(text => Encoding.UTF8.GetBytes($"<rss><channel><item><title>{text}</title><guid>{text}</guid></item></channel></rss>")),
                Gen.String.Select(text => Encoding.UTF8.GetBytes($"<rss><channel><item><title><![CDATA[{text}]]></title><guid>1</guid><pubDate>{text}</pubDate></item></channel></rss>")))
            .Sample(bytes =>
            {
                try
                {
                    FeedParser.Parse(bytes, null, null, Limits);
                }
                catch (FeedFormatException refusal)
                {
                    Assert.NotEmpty(refusal.Message);
                }
            });

    private static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Pages.PagesHost.Root(), "tests", "News", "Feeds", file));
}
