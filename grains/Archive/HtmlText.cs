using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using OrleansMixi.News;

namespace OrleansMixi.Archive;

/// <summary>Makes plain text of HTML, with its paragraphs and line breaks.</summary>
internal static partial class HtmlText
{
    private const int MaxHtml = 500_000;

    private static readonly HashSet<string> Hidden = ["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "IFRAME", "OBJECT", "HEAD", "TITLE"];

    private static readonly HashSet<string> Blocks =
        ["P", "DIV", "SECTION", "ARTICLE", "HEADER", "FOOTER", "BLOCKQUOTE", "PRE", "UL", "OL", "TABLE", "H1", "H2", "H3", "H4", "H5", "H6", "FIGURE", "HR"];

    private static readonly HashSet<string> Lines = ["LI", "TR", "DT", "DD", "FIGCAPTION"];

    /// <summary>The text, cut to so many text elements.</summary>
    public static string Plain(string html, int limit)
    {
        var body = new HtmlParser().ParseDocument(html.Length > MaxHtml ? html[..MaxHtml] : html).Body;
        var text = new StringBuilder();
        if (body is not null)
        {
            Walk(body, text);
        }

        return FeedText.Cut(Gaps().Replace(Margins().Replace(FeedText.Clean(text.ToString()), "\n"), "\n\n").Trim(), limit);
    }

    /// <summary>Step by step and not by recursion: documents may be nested as deep as they like.</summary>
    private static void Walk(INode root, StringBuilder text)
    {
        var node = root.FirstChild;
        while (node is not null)
        {
            Enter(node, text);
            if (node.FirstChild is { } child && !Hidden.Contains(node.NodeName))
            {
                node = child;
                continue;
            }

            while (node.NextSibling is null)
            {
                Leave(node, text);
                node = node.Parent!;
                if (node == root)
                {
                    return;
                }
            }

            Leave(node, text);
            node = node.NextSibling;
        }
    }

    private static void Enter(INode node, StringBuilder text)
    {
        if (node.NodeType == NodeType.Text)
        {
            text.Append(node.Parent?.NodeName == "PRE" ? node.TextContent : Spaces().Replace(node.TextContent, " "));
        }
        else
        {
            Break(node, text);
            text.Append(node.NodeName == "LI" ? "・" : node.NodeName == "BR" ? "\n" : "");
        }
    }

    private static void Leave(INode node, StringBuilder text) => Break(node, text);

    private static void Break(INode node, StringBuilder text)
    {
        if (Blocks.Contains(node.NodeName))
        {
            text.Append("\n\n");
        }
        else if (Lines.Contains(node.NodeName) && !AtLineStart(text))
        {
            text.Append('\n');
        }
    }

    private static bool AtLineStart(StringBuilder text)
    {
        var end = text.Length;
        while (end > 0 && text[end - 1] == ' ')
        {
            end--;
        }

        return end == 0 || text[end - 1] == '\n';
    }

    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[ \t]*\n[ \t]*")]
    private static partial Regex Margins();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex Gaps();
}
