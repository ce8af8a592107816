using System.Globalization;
using System.Security;
using System.Text;

namespace OrleansMixi.Charts;

/// <summary>
/// Horizontal bars as an SVG picture. Values that lie far apart are drawn on a logarithmic scale, which is said under the
/// title. Ratios start at 1: to the right is better than the peer, to the left (in another colour) worse.
/// </summary>
internal sealed class BarChart(string title, string unit, IReadOnlyList<Bar> bars, bool ratios = false)
{
    private const int Width = 800, Labels = 330, Values = 90, RowHeight = 24, Thickness = 16, Top = 58, Bottom = 12;
    private const double Far = 20;
    private const string Better = "#2f6fb3", Worse = "#c8641e", Ink = "#24292f", Faint = "#8a929b";

    private readonly double _low = bars.Min(bar => bar.Value);
    private readonly double _high = bars.Max(bar => bar.Value);

    private bool Logarithmic => ratios || (_low > 0 && _high / _low > Far);

    /// <summary>Where bars begin, as a share of the width.</summary>
    private double Origin => ratios ? Place(1) : 0;

    public string Svg()
    {
        var height = Top + (bars.Count * RowHeight) + Bottom;
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{height}" viewBox="0 0 {Width} {height}" role="img" font-family="system-ui, sans-serif" font-size="13">""");
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<title>{Escape(title)}</title><rect width="{Width}" height="{height}" rx="6" fill="#ffffff"/>""");
        Text(svg, 16, 26, title, Ink, "font-size=\"16\" font-weight=\"600\"");
        Text(svg, 16, 45, Logarithmic ? $"{unit}, logarithmic scale" : unit, Faint);
        for (var i = 0; i < bars.Count; i++)
        {
            Row(svg, bars[i], Top + (i * RowHeight));
        }

        if (ratios)
        {
            svg.AppendLine(CultureInfo.InvariantCulture, $"""<line x1="{X(Origin):F1}" x2="{X(Origin):F1}" y1="{Top - 6}" y2="{height - Bottom}" stroke="{Ink}"/>""");
        }

        return svg.AppendLine("</svg>").ToString();
    }

    private void Row(StringBuilder svg, Bar bar, int y)
    {
        var (from, to) = (Math.Min(Origin, Place(bar.Value)), Math.Max(Origin, Place(bar.Value)));
        Text(svg, Labels, y + 13, bar.Label, Ink, "text-anchor=\"end\"");
        var colour = ratios && bar.Value < 1 ? Worse : Better;
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<rect x="{X(from):F1}" y="{y}" width="{Math.Max(1, X(to) - X(from)):F1}" height="{Thickness}" rx="2" fill="{colour}"/>""");
        Text(svg, X(to) + 6, y + 13, Figures.Short(bar.Value) + (ratios ? "×" : ""), Ink);
    }

    private static double X(double share) => Labels + 10 + (share * (Width - Labels - 10 - Values));

    private double Place(double value)
    {
        if (!Logarithmic)
        {
            return _high > 0 ? Math.Max(0, value) / _high : 0;
        }

        // A little air on the left, so that the smallest bar is seen too.
        var (low, high) = (Math.Log((ratios ? Math.Min(_low, 1) : _low) / 1.3), Math.Log(Math.Max(_high, ratios ? 1.3 : 0)));
        return (Math.Log(value) - low) / (high - low);
    }

    private static void Text(StringBuilder svg, double x, double y, string text, string colour, string more = "") =>
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<text x="{x:F1}" y="{y:F1}" fill="{colour}" {more}>{Escape(text)}</text>""");

    private static string Escape(string text) => SecurityElement.Escape(text);
}
