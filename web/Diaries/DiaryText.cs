using Ganss.Xss;
using Markdig;
using Microsoft.AspNetCore.Components;

namespace OrleansMixi.Diaries;

/// <summary>The text of a diary entry as a page shows it: Markdown without HTML, and nothing through but plain formatting and links.</summary>
public static class DiaryText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().UsePipeTables().UseEmphasisExtras().Build();
    private static readonly HtmlSanitizer Sanitizer = Make();

    /// <summary>The entry's HTML; headings begin below the page's own.</summary>
    public static MarkupString Html(string markdown) => new(Sanitizer.Sanitize(Markdown.ToHtml(markdown, Pipeline)));

    /// <summary>The entry without its marks, for cards and feeds.</summary>
    public static string Plain(string markdown) => Markdown.ToPlainText(markdown, Pipeline).Trim();

    private static HtmlSanitizer Make()
    {
        var options = new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>
            {
                "p", "br", "hr", "em", "strong", "del", "ins", "mark", "sub", "sup", "ul", "ol", "li", "blockquote", "code", "pre", "a",
                "h2", "h3", "h4", "table", "thead", "tbody", "tr", "th", "td",
            },
            AllowedAttributes = new HashSet<string> { "href", "rel", "start" },
            UriAttributes = new HashSet<string> { "href" },
            AllowedSchemes = new HashSet<string> { "http", "https" },
        };
        var sanitizer = new HtmlSanitizer(options) { KeepChildNodes = true };
        sanitizer.PostProcessNode += (_, node) =>
        {
            if (node.Node is AngleSharp.Dom.IElement { LocalName: "a" } link)
            {
                link.SetAttribute("rel", "nofollow ugc");
            }
        };
        return sanitizer;
    }
}
