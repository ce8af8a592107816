using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OrleansMixi.Pages.Shell;

namespace OrleansMixi.Pages;

public sealed class FormsTests
{
    [Theory]
    [InlineData("/actions/post", "text", "こんにちは", "publish 1  Everyone こんにちは", "/")]
    [InlineData("/actions/follow", "topic", "news:sports", "follow 1 news:sports", "/")]
    [InlineData("/actions/follow", "topic", "community:night-trains", "follow 1 community:night-trains", "/?notice=join-requested")]
    [InlineData("/actions/unfollow", "topic", "user:ken_t", "unfollow 1 user:ken_t", "/")]
    [InlineData("/actions/friend/request", "handle", "mia", "request 1 mia ", "/?notice=friend-requested")]
    [InlineData("/actions/friend/accept", "handle", "mia", "accept 1 mia", "/?notice=friends-now")]
    [InlineData("/actions/friend/end", "handle", "mia", "end 1 mia", "/")]
    [InlineData("/actions/delete", "id", "42", "delete 1 42", "/?notice=deleted")]
    [InlineData("/actions/settings", "nickname", "はな", "settings 1 はな False", "/?notice=saved")]
    public async Task A_form_works_without_script_and_leads_back(string action, string field, string value, string call, string back)
    {
        await using var host = await PagesHost.Start("hanako");
        using var reader = new Browse(host);
        var answer = await reader.Send("/", action, (field, value));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(back, answer.Headers.Location?.ToString());
        Assert.Equal([call], host.Actions.Calls);
    }

    [Fact]
    public async Task A_refused_text_comes_back_with_the_reason()
    {
        await using var host = await PagesHost.Start("hanako");
        using var reader = new Browse(host, "ja");
        var text = new string('あ', 151);
        var answer = await reader.Send("/", "/actions/post", ("text", text));
        var page = await reader.Read(answer.Headers.Location!.ToString());
        Assert.Contains("role=\"alert\">文章が長すぎます。", page, StringComparison.Ordinal);
        Assert.Contains($">{text}</textarea>", page, StringComparison.Ordinal);
        Assert.Empty(host.Actions.Calls);
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing()
    {
        await using var host = await PagesHost.Start("hanako");
        using var reader = new Browse(host);
        var answer = await reader.SendBare("/actions/delete", ("id", "42"));
        Assert.Equal("/?notice=expired", answer.Headers.Location?.ToString());
        Assert.Empty(host.Actions.Calls);
    }

    [Fact]
    public async Task A_visitors_form_leads_to_sign_in()
    {
        await using var host = await PagesHost.Start(null);
        using var reader = new Browse(host);
        var answer = await reader.Send("/sign-in", "/actions/follow", ("topic", "news:sports"));
        Assert.StartsWith("/sign-in?returnUrl=", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Empty(host.Actions.Calls);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\tevil")]
    public async Task A_form_never_leads_out_of_the_site(string outside)
    {
        await using var host = await PagesHost.Start("hanako");
        using var reader = new Browse(host);
        var answer = await reader.SendBare("/language", ("language", "ja"), ("returnUrl", outside));
        Assert.Equal("/", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_new_secret_is_shown_one_time_and_never_in_an_address()
    {
        await using var host = await PagesHost.Start("hanako", app => app.MapPost("/account/test", (HttpContext http) => Once.Give(http, "very-secret")));
        using var reader = new Browse(host);
        await reader.SendBare("/account/test");
        Assert.Contains("value=\"very-secret\"", await reader.Read("/account/tokens"), StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", await reader.Read("/account/tokens"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_pull_down_is_remembered_over_what_the_browser_asks_for()
    {
        await using var host = await PagesHost.Start(null);
        using var reader = new Browse(host);
        Assert.Contains("Welcome to a cosy town", await reader.Read("/"), StringComparison.Ordinal);
        var answer = await reader.SendBare("/language", ("language", "ja"), ("returnUrl", "/about"));
        Assert.Equal("/about", answer.Headers.Location?.ToString());
        Assert.Contains("ようこそ、居心地のいい街へ", await reader.Read("/"), StringComparison.Ordinal);
    }
}
