using System.Net;
using System.Net.Http.Json;
using OrleansMixi.Accounts;
using OrleansMixi.Api;
using OrleansMixi.Hosting;

namespace OrleansMixi.Administration;

[Collection(nameof(AccountCollection))]
public sealed class AdministratorTests(AccountTown town)
{
    private static readonly string[] Pages = ["/admin", "/admin/reports", "/admin/newcomers", "/admin/members", "/admin/plans", "/admin/log"];

    [Fact]
    public async Task The_first_administrator_comes_by_command_line_and_makes_others()
    {
        var (first, second) = (await town.Newcomer(), await town.Newcomer());
        using var browser = new Visitor(town.Town.Address);
        await browser.SignIn(first.Handle);
        foreach (var page in Pages)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(page)).StatusCode);
        }

        var (code, _, error) = await TownProcess.Run(town.ConnectionString, "admin", first.Handle);
        Assert.True(code == 0, error);
        await Eventually.Holds(async () => (await browser.Get("/admin")).StatusCode == HttpStatusCode.OK);

        foreach (var page in Pages)
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.Get(page)).StatusCode);
        }

        var address = $"/admin/members?handle={second.Handle}";
        Assert.Contains("notice=admin-done", await browser.Send(address, "/actions/admin/appoint", ("handle", second.Handle)), StringComparison.Ordinal);
        Assert.Contains(second.Handle, await town.Admin.GetStringAsync("api/admin/administrators"), StringComparison.Ordinal);
        Assert.Contains("notice=conflict", await browser.Send(address, "/actions/admin/suspend", ("handle", second.Handle), ("reason", "quarrel"), ("days", "1")), StringComparison.Ordinal);
        Assert.Contains("notice=admin-done", await browser.Send(address, "/actions/admin/dismiss-administrator", ("handle", second.Handle)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrators_token_or_page_decides_and_a_members_does_not()
    {
        var (mio, eve) = (await town.Newcomer(), await town.Newcomer());
        await mio.Client.PutAsJsonAsync($"api/admin/members/{eve.Handle}/suspension", new { reason = "no" }).Refused(403, "scope-missing");
        await mio.Client.PutAsync($"api/admin/administrators/{mio.Handle}", null).Refused(403, "scope-missing");
        using var browser = new Visitor(town.Town.Address);
        await browser.SignIn(mio.Handle);
        Assert.Contains("notice=scope-missing", await browser.Send("/account", "/actions/admin/suspend", ("handle", eve.Handle), ("reason", "no")), StringComparison.Ordinal);
        await eve.Client.GetAsync("api/me").Ok(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Reports_are_decided_and_plans_granted_in_the_browser()
    {
        var (boss, mio, reporter) = (await town.Newcomer(), await town.Newcomer(), await town.Newcomer());
        await town.Admin.PutAsync($"api/admin/administrators/{boss.Handle}", null).Ok(HttpStatusCode.NoContent);
        var post = (await mio.Client.Post("hateful words")).Id();
        using var reporting = new Visitor(town.Town.Address, "ja");
        await reporting.SignIn(reporter.Handle);
        Assert.Equal($"/report?post={post}&notice=reported", await reporting.Send($"/report?post={post}", "/actions/moderation/report", ("post", post), ("reason", "harassment"), ("text", "ひどい")));

        using var browser = new Visitor(town.Town.Address);
        await browser.SignIn(boss.Handle);
        var page = await browser.Read("/admin/reports");
        Assert.Contains("hateful words", page, StringComparison.Ordinal);
        Assert.Contains("ひどい", page, StringComparison.Ordinal);
        Assert.Contains("notice=admin-done", await browser.Send("/admin/reports", "/actions/admin/remove", ("post", post), ("reason", "hateful"), ("days", "0")), StringComparison.Ordinal);
        await reporter.Client.GetAsync($"api/posts/{post}").Refused(404, "not-found");

        var ends = TimeProvider.System.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await browser.Send("/admin/plans", "/actions/admin/plan", ("handle", mio.Handle), ("ends", ends));
        Assert.Contains("premium", await mio.Client.GetStringAsync("api/me/plan"), StringComparison.Ordinal);
        Assert.Contains($"@{mio.Handle}", await browser.Read("/admin/plans"), StringComparison.Ordinal);
        await browser.Send("/admin/plans", "/actions/admin/plan-end", ("handle", mio.Handle));
        Assert.Contains("free", await mio.Client.GetStringAsync("api/me/plan"), StringComparison.Ordinal);
    }
}
