using System.Text;
using System.Text.RegularExpressions;
using OrleansMixi.Posts;
using OrleansMixi.Timelines;

namespace OrleansMixi.Pages;

public sealed partial class PagesTests
{
    public static TheoryData<string, string> MemberPages { get; } = Pages(
        "/", "/user/ken_t", "/user/hanako", "/user/mia", "/community/bento", "/community/night-trains", "/news/sports", "/post/8999999999999999998", "/following",
        "/menu", "/communities", "/friends", "/friends/groups", "/friends/groups/1", "/friends/groups/0/edit", "/friends/groups/1/edit", "/friends/introductions", "/account", "/account/profile", "/account/mutes", "/account/mutes?kind=word&value=spoiler", "/account/invitations", "/account/tokens", "/about", "/sign-in", "/sign-up?invitation=abc",
        "/community/bento/topics", "/community/bento/events", "/community/bento/events/42", "/community/bento/polls", "/community/bento/members", "/community/bento/about", "/community/bento/log", "/community/bento/staff", "/events");

    public static TheoryData<string, string> VisitorPages { get; } = Pages("/", "/sign-in", "/sign-up", "/user/ken_t", "/news/sports", "/communities", "/about");

    [Theory, MemberData(nameof(MemberPages))]
    public Task A_members_page_is_whole_small_and_strict(string path, string language) => IsWhole("hanako", path, language);

    [Theory, MemberData(nameof(VisitorPages))]
    public Task A_visitors_page_is_whole_small_and_strict(string path, string language) => IsWhole(null, path, language);

    [Fact]
    public async Task A_page_of_the_longest_posts_stays_under_30_KB()
    {
        await using var host = await PagesHost.Start("hanako");
        host.Data.Items.Clear();
        host.Data.Items.AddRange(Enumerable.Range(1, 50).Select(i => Long(i)));
        using var reader = new Browse(host, "ja");
        Assert.InRange(Encoding.UTF8.GetByteCount(await reader.Read("/")), 15_000, 30_000);
    }

    [Fact]
    public async Task What_members_write_is_text_and_never_markup()
    {
        await using var host = await PagesHost.Start("hanako");
        using var reader = new Browse(host);
        foreach (var path in new[] { "/", "/user/evil", "/friends", "/friends/groups", "/friends/groups/1/edit", "/friends/introductions", "/account/profile", "/account/mutes?kind=word&value=%3Cscript%3E", "/?notice=%3Cscript%3E&draft=%3C/textarea%3E%3Cscript%3Ealert(2)" })
        {
            var html = await reader.Read(path);
            Assert.DoesNotContain("<script>", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img src=x", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("href=\"javascript:", html, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", await reader.Read("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/user/no-such-member")]
    [InlineData("/news/no-such-category")]
    [InlineData("/post/1")]
    [InlineData("/post/abc")]
    public async Task What_is_not_there_answers_404_with_a_page(string path)
    {
        await using var host = await PagesHost.Start("hanako");
        using var reader = new Browse(host, "ja");
        var answer = await reader.Get(path);
        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Contains("<h1>この通りは見つかりません</h1>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_is_sent_to_sign_in_and_back()
    {
        await using var host = await PagesHost.Start(null);
        using var reader = new Browse(host);
        var answer = await reader.Get("/account/tokens");
        Assert.EndsWith("/sign-in?returnUrl=%2Faccount%2Ftokens", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Contains("name=\"returnUrl\" value=\"/account/tokens\"", await reader.Read("/sign-in?returnUrl=%2Faccount%2Ftokens"), StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", Stripped(await reader.Read("/sign-in?returnUrl=//evil.example")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feed_and_its_template_have_the_same_parts()
    {
        await using var host = await PagesHost.Start("hanako");
        using var reader = new Browse(host);
        var html = await reader.Read("/");
        var template = html[html.IndexOf("<template", StringComparison.Ordinal)..];
        var parts = Parts().Matches(html).Select(match => match.Value).Distinct();
        Assert.All(parts, part => Assert.Contains(part, template, StringComparison.Ordinal));
        Assert.Contains("data-topics=\"home\" data-cursor=\"cursor-1\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-feed=\"\"", await reader.Read("/?before=next.page"), StringComparison.Ordinal);
    }

    private static async Task IsWhole(string? member, string path, string language)
    {
        await using var host = await PagesHost.Start(member);
        using var reader = new Browse(host, language);
        var answer = await reader.Get(path);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Contains($"<html lang=\"{language}\">", html, StringComparison.Ordinal);
        Assert.Matches("<title>[^<]+ · OrleansMixi</title>", html);
        Assert.Single(Headings().Matches(html));
        Assert.DoesNotMatch(" style=|<style| on[a-z]+=\"|<script(?! type=\"module\" src=\"/)", html);
        Assert.Equal(Ids().Count(html), Ids().Matches(html).Select(match => match.Value).Distinct().Count());
        Assert.DoesNotMatch(@">\s*[a-z]+\.[a-z-]+\s*<", html.Replace("news.example", "", StringComparison.Ordinal));
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 1_000, 30_000);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'self'; connect-src 'self' ws://127.0.0.1:", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    private static TimelineItem Long(int i) => DemoPageData.Item(
        new AuthorView($"long-handle-{i}", "とても長いニックネームの人です", true), "news:technology", new string('長', 2_000), i, "news:technology", new string('題', 40), "https://news.example/a-rather-long-path/to/the/article");

    private static TheoryData<string, string> Pages(params string[] paths) =>
        new(paths.SelectMany(path => new[] { (path, "en"), (path, "ja") }));

    /// <summary>The language form names the page's own address, encoded; that leads nowhere.</summary>
    private static string Stripped(string html) => html[html.IndexOf("<main", StringComparison.Ordinal)..];

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex Headings();

    [GeneratedRegex(" id=\"[^\"]+\"")]
    private static partial Regex Ids();

    [GeneratedRegex("class=\"(?:name|handle|badge|when|title|text|more|out|meta|chip|why|edited)\"")]
    private static partial Regex Parts();
}
