using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using OrleansMixi.Posts;

namespace OrleansMixi.Feeds;

/// <summary>A page of posts as Atom 1.0 or JSON Feed 1.1.</summary>
internal sealed class FeedOut(string host, string title, string page, string self, IEnumerable<PostView> posts)
{
    private const int TitleLength = 80;

    public string Atom()
    {
        var list = posts.ToList();
        var feed = new SyndicationFeed(title, null, new Uri(host + page), host + self, list.Count > 0 ? list.Max(Changed) : DateTimeOffset.UnixEpoch)
        {
            Items = list.Select(Item),
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(host + self), "application/atom+xml"));
        using var text = new MemoryStream();
        using (var writer = XmlWriter.Create(text, new() { Encoding = new UTF8Encoding(false), CheckCharacters = false }))
        {
            new Atom10FeedFormatter(feed).WriteTo(writer);
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    public object Json() => new
    {
        version = "https://jsonfeed.org/version/1.1",
        title,
        home_page_url = host + page,
        feed_url = host + self,
        items = posts.Select(post => new
        {
            id = Address(post),
            url = Address(post),
            external_url = post.Link,
            title = Title(post) ?? Friends(post),
            content_text = post.Text,
            date_published = post.Published,
            date_modified = Changed(post),
            language = post.Language,
            authors = new[] { new { name = post.Author.Nickname, url = $"{host}/user/{post.Author.Handle}" } },
        }),
    };

    private SyndicationItem Item(PostView post)
    {
        var item = new SyndicationItem(Title(post) ?? Friends(post) ?? Short(post.Text), Clean(post.Text), new Uri(Address(post)), Address(post), Changed(post))
        {
            PublishDate = post.Published,
        };
        item.Authors.Add(new SyndicationPerson { Name = Clean(post.Author.Nickname), Uri = $"{host}/user/{post.Author.Handle}" });
        if (post.Link is not null && Uri.TryCreate(post.Link, UriKind.Absolute, out var link))
        {
            item.Links.Add(new SyndicationLink(link, "related", null, null, 0));
        }

        return item;
    }

    private string Address(PostView post) => $"{host}/post/{post.Id}";

    private static DateTimeOffset Changed(PostView post) => post.Edited ?? post.Published;

    private static string? Title(PostView post) => post.Title is null ? null : Clean(post.Title);

    private static string? Friends(PostView post) => post.With is null ? null : Clean($"{post.Author.Nickname} ♥ {post.With.Nickname}");

    private static string Short(string text)
    {
        var line = Clean(text.ReplaceLineEndings(" "));
        var elements = new System.Globalization.StringInfo(line);
        return elements.LengthInTextElements <= TitleLength ? line : elements.SubstringByTextElements(0, TitleLength) + "…";
    }

    /// <summary>XML 1.0 has no control characters, and a few more are left out.</summary>
    private static string Clean(string text) => text.All(XmlAllows) ? text : new([.. text.Where(XmlAllows)]);

    private static bool XmlAllows(char c) => System.Xml.XmlConvert.IsXmlChar(c) || char.IsSurrogate(c);
}
