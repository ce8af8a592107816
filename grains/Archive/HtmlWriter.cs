using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace OrleansMixi.Archive;

/// <summary>Takes the nodes of a document in their order and writes what a reader of the text needs.</summary>
internal sealed partial class HtmlWriter(bool markdown)
{
    private static readonly HashSet<string> Blocks =
        ["P", "DIV", "SECTION", "ARTICLE", "HEADER", "FOOTER", "BLOCKQUOTE", "PRE", "UL", "OL", "TABLE", "H1", "H2", "H3", "H4", "H5", "H6", "FIGURE", "HR"];

    private static readonly HashSet<string> Lines = ["LI", "TR", "DT", "DD", "FIGCAPTION"];

    private readonly StringBuilder _text = new();

    /// <summary>A node begins.</summary>
    public void Enter(INode node)
    {
        if (node.NodeType == NodeType.Text)
        {
            var text = Spaces().Replace(node.TextContent, " ");
            _text.Append(markdown ? Escape(text) : text);
            return;
        }

        Break(node);
        _text.Append(node.NodeName switch
        {
            "BR" => markdown ? "\\\n" : "\n",
            "LI" => markdown ? "- " : "・",
            "H1" or "H2" or "H3" or "H4" or "H5" or "H6" when markdown => "## ",
            "A" when Address(node) is not null => "[",
            _ => "",
        });
    }

    /// <summary>A node and all that is in it has ended.</summary>
    public void Leave(INode node)
    {
        if (Address(node) is { } address)
        {
            _text.Append("](<").Append(address).Append(">)");
        }

        Break(node);
    }

    public override string ToString() => Gaps().Replace(Loose().Replace(Margins().Replace(_text.ToString(), "\n"), "\n"), "\n\n");

    private string? Address(INode node) =>
        markdown && node is IElement { NodeName: "A" } link && link.GetAttribute("href") is { Length: <= 2_000 } href
        && Uri.TryCreate(href, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") && !uri.AbsoluteUri.AsSpan().ContainsAny('<', '>')
            ? uri.AbsoluteUri
            : null;

    private void Break(INode node)
    {
        if (Blocks.Contains(node.NodeName))
        {
            _text.Append("\n\n");
        }
        else if (Lines.Contains(node.NodeName) && !AtLineStart())
        {
            _text.Append('\n');
        }
    }

    private bool AtLineStart()
    {
        var end = _text.Length;
        while (end > 0 && _text[end - 1] == ' ')
        {
            end--;
        }

        return end == 0 || _text[end - 1] == '\n';
    }

    /// <summary>Text that means itself in Markdown too; addresses are left whole, they become links.</summary>
    private static string Escape(string text) => Special().Replace(text, match => match.Value.StartsWith("http", StringComparison.Ordinal) ? match.Value : "\\" + match.Value);

    [GeneratedRegex(@"https?://\S+|[\\`*_\[\]<>~|#]|(?<=^\s*)[-+](?=\s)")]
    private static partial Regex Special();

    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[ \t]*\n[ \t]*")]
    private static partial Regex Margins();

    // A break before the end of a paragraph is none.
    [GeneratedRegex(@"\\\n(?=\n)|\\\n$")]
    private static partial Regex Loose();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex Gaps();
}
