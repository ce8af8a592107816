using System.Xml;
using System.Xml.Linq;

namespace OrleansMixi.News;

/// <summary>Reads RSS 0.9x and 2.0, RSS 1.0 (RDF) and Atom 1.0, forgiving in form, strict in bounds.</summary>
public static class FeedParser
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private static readonly XName About = XName.Get("about", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");

    /// <summary>The items in the document's order, the newest <see cref="FeedLimits.MaxItems"/>; throws <see cref="FeedFormatException"/>.</summary>
    public static IReadOnlyList<FeedItem> Parse(byte[] bytes, string? contentType, Uri? baseUri, FeedLimits limits)
    {
        if (bytes.Length > limits.MaxBytes)
        {
            throw new FeedFormatException($"The feed has {bytes.Length} bytes; at most {limits.MaxBytes} are read.");
        }

        var root = Load(FeedEncoding.Decode(bytes, contentType));
        var entries = root.Descendants().Where(element => element.Name.LocalName is "item" or "entry").ToList();
        if (root.Name.LocalName is not ("rss" or "RDF" or "feed"))
        {
            throw new FeedFormatException($"The document's root is <{root.Name.LocalName}>; a feed has <rss>, <rdf:RDF> or <feed>.");
        }

        var language = Language(root) ?? Text(root.Element("channel"), "language");
        return [.. entries.Select(entry => Item(entry, baseUri, language, limits)).OfType<FeedItem>().Take(limits.MaxItems)];
    }

    private static XElement Load(string text)
    {
        // A document type may declare entities; none are read, so nothing expands and nothing is fetched.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false, MaxCharactersFromEntities = 0 };
        try
        {
            using var reader = XmlReader.Create(new StringReader(FeedText.PlainEntities(text)), settings);
            return XDocument.Load(reader).Root ?? throw new FeedFormatException("The document is empty.");
        }
        catch (Exception error) when (error is XmlException or ArgumentException)
        {
            throw new FeedFormatException($"The document is not XML: {error.Message}", error);
        }
    }

    private static FeedItem? Item(XElement entry, Uri? baseUri, string? language, FeedLimits limits)
    {
        var link = Link(entry, baseUri);
        var key = Text(entry, "guid") ?? Text(entry, "id") ?? entry.Attribute(About)?.Value ?? link;
        var title = FeedText.Plain(Text(entry, "title") ?? "", limits.MaxTitle);
        var summary = FeedText.Plain(
            Text(entry, "description") ?? Text(entry, "summary") ?? Text(entry, "encoded") ?? Text(entry, "content") ?? "", limits.MaxSummary);
        if (title.Length == 0)
        {
            title = FeedText.Cut(summary, limits.MaxTitle);
        }

        return string.IsNullOrWhiteSpace(key) || title.Length == 0
            ? null
            : new(
                key.Trim(),
                title,
                summary,
                link,
                FeedTime.Parse(Text(entry, "pubDate") ?? Text(entry, "published") ?? Text(entry, "date") ?? Text(entry, "updated")),
                FeedText.LanguageTag(Language(entry) ?? Text(entry, "language") ?? language),
                [.. entry.Elements().Where(element => element.Name.LocalName is "category" or "subject")
                    .Select(element => FeedText.Plain((string?)element.Attribute("term") ?? element.Value, limits.MaxTitle)).Where(word => word.Length > 0).Take(20)],
                Text(entry, "encoded") ?? Text(entry, "content") ?? Text(entry, "description"));
    }

    private static string? Link(XElement entry, Uri? baseUri)
    {
        var text = entry.Name.NamespaceName == Atom
            ? (string?)entry.Elements().Where(element => element.Name.LocalName == "link")
                .OrderBy(element => (string?)element.Attribute("rel") is null or "alternate" ? 0 : 1).FirstOrDefault()?.Attribute("href")
            : Text(entry, "link") ?? (entry.Element("guid") is { } guid && (string?)guid.Attribute("isPermaLink") != "false" ? guid.Value : null);
        return text is { Length: <= 2_000 } && Uri.TryCreate(text.Trim(), UriKind.RelativeOrAbsolute, out var uri)
            && (uri.IsAbsoluteUri || (baseUri is not null && Uri.TryCreate(baseUri, uri, out uri)))
            && uri is { Scheme: "http" or "https", AbsoluteUri.Length: <= 2_000 }
                ? uri.AbsoluteUri
                : null;
    }

    private static string? Text(XElement? parent, string name) =>
        parent?.Elements().FirstOrDefault(element => element.Name.LocalName == name && element.Value.Trim().Length > 0)?.Value;

    private static string? Language(XElement element) => (string?)element.Attribute(XNamespace.Xml + "lang");
}
