using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using OrleansMixi.News;

namespace OrleansMixi.Archive;

/// <summary>Makes text of HTML, with its paragraphs and line breaks: plain for voices, Markdown for diaries.</summary>
internal static class HtmlText
{
    private const int MaxHtml = 500_000;

    private static readonly HashSet<string> Hidden = ["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "IFRAME", "OBJECT", "HEAD", "TITLE"];

    /// <summary>Plain text, cut to so many text elements.</summary>
    public static string Plain(string html, int limit) => Write(html, new(markdown: false), limit);

    /// <summary>Markdown that shows the same text, with its links, lists and headings, cut to so many text elements.</summary>
    public static string Markdown(string html, int limit) => Write(html, new(markdown: true), limit);

    private static string Write(string html, HtmlWriter text, int limit)
    {
        var body = new HtmlParser().ParseDocument(html.Length > MaxHtml ? html[..MaxHtml] : html).Body;
        if (body is not null)
        {
            Walk(body, text);
        }

        return FeedText.Cut(FeedText.Clean(text.ToString()).Trim(), limit);
    }

    /// <summary>Step by step and not by recursion: documents may be nested as deep as they like.</summary>
    private static void Walk(INode root, HtmlWriter text)
    {
        var node = root.FirstChild;
        while (node is not null)
        {
            text.Enter(node);
            if (node.FirstChild is { } child && !Hidden.Contains(node.NodeName))
            {
                node = child;
                continue;
            }

            while (node.NextSibling is null)
            {
                text.Leave(node);
                node = node.Parent!;
                if (node == root)
                {
                    return;
                }
            }

            text.Leave(node);
            node = node.NextSibling;
        }
    }
}
