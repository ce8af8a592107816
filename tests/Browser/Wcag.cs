using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace OrleansMixi.Browser;

/// <summary>The automatic checks of WCAG 2.2 AA. They run as a script, so the window has to let one in (<c>BypassCSP</c>).</summary>
internal static class Wcag
{
    private static readonly AxeRunOptions Rules = new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } };

    /// <summary>Asserts that the page violates nothing.</summary>
    public static async Task Passes(IPage page) =>
        Assert.Equal([], (await page.RunAxe(Rules)).Violations.SelectMany(found => found.Nodes.Select(node => $"{page.Url}: {found.Id}: {node.Html}")));

    /// <summary>Asserts that nothing on the page is wider than the screen.</summary>
    public static async Task Fits(IPage page) =>
        Assert.Equal($"{page.Url} {page.ViewportSize!.Width}", $"{page.Url} {await page.EvaluateAsync<int>("Math.max(innerWidth, document.documentElement.scrollWidth)")}");
}
