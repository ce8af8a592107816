using System.Text.RegularExpressions;
using System.Xml.Linq;
using OrleansMixi.Communities;
using OrleansMixi.News;

namespace OrleansMixi.Pages;

public sealed partial class WordsTests
{
    [Fact]
    public void Every_word_exists_in_every_language()
    {
        var english = Words("Pages.Words.resx");
        Assert.All(Shell.Languages.All.Where(language => language.Name != "en"), language =>
        {
            var other = Words($"Pages.Words.{language.Name}.resx");
            Assert.Equal(english.Keys.Order(), other.Keys.Order());
            Assert.All(english, word => Assert.Equal(Places(word.Value), Places(other[word.Key])));
        });
        Assert.DoesNotContain(english.Values, string.IsNullOrWhiteSpace);
    }

    [Fact]
    public void Every_word_that_pages_use_exists()
    {
        var words = Words("Pages.Words.resx");
        var used = Directory.EnumerateFiles(Path.Combine(PagesHost.Root(), "web", "Pages"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => Keys().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Concat(Notices.Codes.Select(code => Notices.Key(code)))
            .Concat(NewsCategory.All.Select(slug => $"news.{slug}"))
            .Concat(CommunityCategory.All.Select(slug => $"category.{slug}"))
            .Concat(Enum.GetValues<CommunityAction>().Select(action => $"deed.{CommunityWords.Word(action)}"))
            .Concat(CommunityWords.Rights.Select(right => $"right.{right}"))
            .Concat(Enum.GetValues<Openness>().Select(CommunityWords.Word).SelectMany(word => new[] { $"openness.{word}", $"openness.text-{word}" }))
            .Concat(Enum.GetValues<CommunitySort>().Select(sort => $"communities.sort-{CommunityWords.Word(sort)}"))
            .Concat(["kind.topic", "kind.event", "kind.poll", "posting.members", "posting.staff", "audience.removed"])
            .Concat(["audience.friends", "audience.me", "joining.open", "joining.approval", "joining.invitation", "following.user", "following.community", "following.news"]);
        Assert.DoesNotContain(used, key => !words.ContainsKey(key));
    }

    private static Dictionary<string, string> Words(string file) =>
        XDocument.Load(Path.Combine(PagesHost.Root(), "web", "Resources", file)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Order();

    [GeneratedRegex(@"T\[""([a-z-]+\.[a-z-]+)""")]
    private static partial Regex Keys();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
