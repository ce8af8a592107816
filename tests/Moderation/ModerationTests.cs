using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Accounts;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using OrleansMixi.Live;

namespace OrleansMixi.Moderation;

[Collection(nameof(AccountCollection))]
public sealed class ModerationTests(AccountTown town)
{
    [Fact]
    public async Task A_suspension_holds_at_once_everywhere_and_lifting_it_restores_everything()
    {
        var (mio, reader) = (await town.Newcomer(), await town.Newcomer());
        await reader.Client.PutAsync($"api/follows/user:{mio.Handle}", null).Ok(HttpStatusCode.NoContent);
        var post = await mio.Client.Post("hello");
        await reader.Client.Shows("hello");
        using var browser = new Visitor(town.Town.Address);
        await browser.SignIn(mio.Handle);
        await using var byToken = await EventStream.Open(mio.Client, "home");

        await Suspend(mio.Handle, "advertising", null);
        await byToken.Ended.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await mio.Client.GetAsync("api/me").Refused(401, "unauthenticated");
        Assert.Equal(HttpStatusCode.Found, (await browser.Get("/account")).StatusCode);
        Assert.Empty(await reader.Client.Texts("api/timeline"));
        await reader.Client.GetAsync($"api/posts/{post.Id()}").Refused(404, "not-found");
        await reader.Client.GetAsync($"api/members/{mio.Handle}").Refused(404, "not-found");
        Assert.Contains("error=wrong", await browser.SignIn(mio.Handle, "not the password"), StringComparison.Ordinal);
        Assert.Equal("/account/suspended", await browser.SignIn(mio.Handle));
        Assert.Contains("advertising", await browser.Read("/account/suspended"), StringComparison.Ordinal);
        await town.Admin.PutAsJsonAsync($"api/admin/members/{mio.Handle}/suspension", new { reason = "again" }).Refused(409, "conflict");

        await town.Admin.DeleteAsync($"api/admin/members/{mio.Handle}/suspension?reason=mistake").Ok(HttpStatusCode.NoContent);
        await town.Admin.DeleteAsync($"api/admin/members/{mio.Handle}/suspension").Ok(HttpStatusCode.NoContent);
        Assert.Equal(["hello"], await reader.Client.Texts("api/timeline"));
        await mio.Client.GetAsync("api/me").Ok(HttpStatusCode.OK);
        Assert.Equal("/", await browser.SignIn(mio.Handle));
    }

    [Fact]
    public async Task A_browsers_live_connection_is_closed_by_a_suspension()
    {
        var mio = await town.Newcomer();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() };
        using var http = new HttpClient(handler) { BaseAddress = town.Town.Address };
        var page = await http.GetStringAsync("sign-in");
        var token = WebUtility.HtmlDecode(page.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0]);
        await http.PostAsync("account/sign-in", new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), new("handle", mio.Handle), new("password", Newcomer.Password)]));
        await using var stream = await EventStream.Open(http, "home");
        await Suspend(mio.Handle, "advertising", null);
        await stream.Ended.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_suspension_with_an_end_ends_by_itself()
    {
        var mio = await town.Newcomer();
        await Suspend(mio.Handle, "a short rest", TimeProvider.System.GetUtcNow().AddSeconds(2));
        await mio.Client.GetAsync("api/me").Refused(401, "unauthenticated");
        await Eventually.Holds(async () => (await mio.Client.GetAsync("api/me")).StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_removed_post_vanishes_live_and_comes_back_into_feeds_when_it_is_restored()
    {
        var (mio, reader) = (await town.Newcomer(), await town.Newcomer());
        await reader.Client.PutAsync($"api/follows/user:{mio.Handle}", null).Ok(HttpStatusCode.NoContent);
        var post = (await mio.Client.Post("questionable")).Id();
        await mio.Client.Json(HttpMethod.Patch, $"api/posts/{post}", """{"text":"questionable still"}""").Ok(HttpStatusCode.OK);
        await mio.Client.Post("harmless");
        await reader.Client.Shows("harmless", "questionable still");
        await using var stream = await EventStream.Open(reader.Client, "home");

        await town.Admin.PutAsJsonAsync($"api/admin/posts/{post}/removal", new { reason = "tells an address" }).Ok(HttpStatusCode.NoContent);
        Assert.Equal(post, (await stream.Next("delete")).GetProperty("deletes")[0].GetString());
        Assert.Equal(["harmless"], await reader.Client.Texts("api/timeline"));
        Assert.Equal(["harmless"], await reader.Client.Texts($"api/feeds/user:{mio.Handle}"));
        await reader.Client.GetAsync($"api/posts/{post}").Refused(404, "not-found");
        await mio.Client.GetAsync($"api/posts/{post}").Refused(404, "not-found");
        var measure = Assert.Single((await mio.Client.GetFromJsonAsync<JsonElement>("api/me/measures")).EnumerateArray());
        Assert.Equal("tells an address", measure.GetProperty("reason").GetString());
        Assert.Equal("questionable still", measure.GetProperty("text").GetString());

        await town.Admin.DeleteAsync($"api/admin/posts/{post}/removal").Ok(HttpStatusCode.NoContent);
        await stream.Next("update");
        Assert.Equal(["harmless", "questionable still"], await reader.Client.Texts("api/timeline"));
        Assert.Equal(["harmless", "questionable still"], await reader.Client.Texts($"api/feeds/user:{mio.Handle}"));
        Assert.Equal("questionable still", Assert.Single((await reader.Client.GetFromJsonAsync<JsonElement>($"api/posts/{post}/history")).EnumerateArray()).GetProperty("text").GetString());
    }

    [Fact]
    public async Task An_author_may_delete_a_hidden_post_for_good_and_nobody_restores_it()
    {
        var mio = await town.Newcomer();
        var post = (await mio.Client.Post("regretted")).Id();
        await town.Admin.PutAsJsonAsync($"api/admin/posts/{post}/removal", new { reason = "unkind" }).Ok(HttpStatusCode.NoContent);
        var measure = Assert.Single((await mio.Client.GetFromJsonAsync<JsonElement>("api/me/measures")).EnumerateArray()).GetProperty("number").GetInt32();
        await (await town.Newcomer()).Client.DeleteAsync($"api/me/measures/{measure}/post").Refused(404, "not-found");
        await mio.Client.DeleteAsync($"api/me/measures/{measure}/post").Ok(HttpStatusCode.NoContent);
        await town.Admin.DeleteAsync($"api/admin/posts/{post}/removal").Ok(HttpStatusCode.NoContent);
        await mio.Client.GetAsync($"api/posts/{post}").Refused(404, "not-found");
    }

    [Fact]
    public async Task A_report_reaches_the_administrators_once_and_only_of_what_the_reporter_sees()
    {
        var (mio, reporter) = (await town.Newcomer(), await town.Newcomer());
        var post = (await mio.Client.Post("buy this")).Id();
        var secret = (await mio.Client.Post("for me", ""","audience":"me" """)).Id();
        await reporter.Client.PostAsJsonAsync("api/reports", new { reason = "spam", post = secret }).Refused(404, "not-found");
        await reporter.Client.PostAsJsonAsync("api/reports", new { reason = "other", post }).Refused(400, "invalid");
        await reporter.Client.PostAsJsonAsync("api/reports", new { reason = "spam", post, member = mio.Handle }).Refused(400, "invalid");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => reporter.Client.PostAsJsonAsync("api/reports", new { reason = "spam", post }).Ok(HttpStatusCode.Accepted)));
        await reporter.Client.PostAsJsonAsync("api/reports", new { reason = "harassment", member = mio.Handle, text = "rude" }).Ok(HttpStatusCode.Accepted);
        await reporter.Client.GetAsync("api/admin/reports").Refused(403, "scope-missing");

        var reports = (await town.Admin.GetFromJsonAsync<JsonElement>("api/admin/reports")).EnumerateArray().Where(one => one.GetProperty("reporter").GetString() == reporter.Handle).ToList();
        Assert.Equal(["post", "member"], reports.Select(one => one.GetProperty("kind").GetString()!));
        Assert.Equal("buy this", reports[0].GetProperty("content").GetString());
        await town.Admin.PostAsJsonAsync($"api/admin/reports/{reports[1].GetProperty("number").GetInt32()}/close", new { outcome = "dismissed" }).Ok(HttpStatusCode.NoContent);

        // What is done about the post decides its report.
        await town.Admin.PutAsJsonAsync($"api/admin/posts/{post}/removal", new { reason = "advertising" }).Ok(HttpStatusCode.NoContent);
        Assert.DoesNotContain((await town.Admin.GetFromJsonAsync<JsonElement>("api/admin/reports")).EnumerateArray(), one => one.GetProperty("reporter").GetString() == reporter.Handle);
    }

    [Fact]
    public async Task The_member_concerned_appeals_once_and_a_granted_appeal_undoes_the_measure()
    {
        var mio = await town.Newcomer();
        var other = await town.Newcomer();
        await Suspend(mio.Handle, "a misunderstanding", null);
        using var browser = new Visitor(town.Town.Address);
        await browser.SignIn(mio.Handle);
        var number = (await browser.Read("/account/suspended")).Split("name=\"number\" value=\"")[1].Split('"')[0];
        await other.Client.PostAsJsonAsync($"api/me/measures/{number}/appeal", new { text = "not mine" }).Refused(404, "not-found");
        Assert.Equal("/account/suspended?notice=appealed", await browser.Send("/account/suspended", "/account/appeal", ("number", number), ("text", "It was not me")));
        Assert.DoesNotContain("action=\"/account/appeal\"", await browser.Read("/account/suspended"), StringComparison.Ordinal);

        var appeal = (await town.Admin.GetFromJsonAsync<JsonElement>("api/admin/appeals")).EnumerateArray().Single(one => one.GetProperty("member").GetString() == mio.Handle);
        Assert.Equal("It was not me", appeal.GetProperty("text").GetString());
        await town.Admin.PostAsJsonAsync($"api/admin/appeals/{number}", new { granted = true, answer = "sorry" }).Ok(HttpStatusCode.NoContent);
        await town.Admin.PostAsJsonAsync($"api/admin/appeals/{number}", new { granted = false }).Refused(409, "conflict");
        Assert.Equal("/", await browser.SignIn(mio.Handle));
    }

    [Fact]
    public async Task Members_read_what_was_done_why_and_when_but_not_about_whom()
    {
        var (mio, reader) = (await town.Newcomer(), await town.Newcomer());
        var post = (await mio.Client.Post("very private words")).Id();
        var reason = $"reason {Guid.NewGuid():N}";
        await town.Admin.PutAsJsonAsync($"api/admin/posts/{post}/removal", new { reason }).Ok(HttpStatusCode.NoContent);
        var log = await reader.Client.GetStringAsync("api/moderation-log");
        Assert.Contains(reason, log, StringComparison.Ordinal);
        Assert.DoesNotContain("very private words", log, StringComparison.Ordinal);
        Assert.DoesNotContain(mio.Handle, log, StringComparison.Ordinal);
        Assert.DoesNotContain(post, log, StringComparison.Ordinal);
        using var browser = new Visitor(town.Town.Address);
        await browser.SignIn(reader.Handle);
        Assert.Contains(reason, await browser.Read("/moderation-log"), StringComparison.Ordinal);
        using var stranger = town.Town.Client();
        await stranger.GetAsync("api/moderation-log").Refused(401, "unauthenticated");
    }

    private Task Suspend(string handle, string reason, DateTimeOffset? ends) =>
        town.Admin.PutAsJsonAsync($"api/admin/members/{handle}/suspension", new { reason, ends }).Ok(HttpStatusCode.NoContent);
}
