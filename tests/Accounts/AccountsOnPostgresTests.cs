using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using OrleansMixi.Live;
using OrleansMixi.Postgres;

namespace OrleansMixi.Accounts;

/// <summary>The life of an account on PostgreSQL, with two hosts.</summary>
[Collection(nameof(PostgresCollection))]
public sealed class AccountsOnPostgresTests(PostgresServer server)
{
    [Fact]
    public async Task From_invitation_over_mail_plan_suspension_and_removal_to_farewell_each_step_holds_on_both_hosts()
    {
        var database = await server.CreateDatabase();
        var outbox = Directory.CreateTempSubdirectory("mixi-outbox-");
        (string, string)[] options = [.. AccountTown.Quick, ("Mixi__Mail__Outbox", outbox.FullName)];
        await using var east = await TownProcess.Start(database, "Production", options);
        await using var west = await TownProcess.Start(database, "Production", options);
        using var admin = east.Client(await east.Token("op", "read,post,admin"));
        using var stranger = west.Client();

        // One invitation, two hosts, a hundred attempts.
        var code = await AccountTown.Invitation(admin);
        using var other = east.Client();
        var attempts = await Task.WhenAll(Enumerable.Range(0, 100).Select(turn => (turn % 2 == 0 ? stranger : other).PostAsJsonAsync(
            "api/accounts", new { handle = $"mio{turn}", password = Newcomer.Password, invitation = code, mail = "mio@example.com" })));
        var made = await Assert.Single(attempts, answer => answer.StatusCode == HttpStatusCode.Created).Content.ReadFromJsonAsync<JsonElement>();
        var (handle, token) = (made.GetProperty("handle").GetString()!, made.GetProperty("token").GetString());
        using var mioEast = east.Client(token);
        using var mioWest = west.Client(token);

        var letter = await MimeKit.MimeMessage.LoadAsync(await File(outbox), TestContext.Current.CancellationToken);
        await stranger.PostAsJsonAsync("api/mail/proof", new { link = AccountTown.Link(letter) }).Ok(HttpStatusCode.NoContent);
        Assert.Equal("mio@example.com", (await mioEast.GetFromJsonAsync<JsonElement>("api/me/mail")).GetProperty("proven").GetString());

        await admin.PutAsJsonAsync($"api/admin/plans/{handle}", new { ends = TimeProvider.System.GetUtcNow().AddDays(1) }).Ok(HttpStatusCode.OK);
        await Eventually.Holds(async () => (await mioWest.GetStringAsync("api/me/plan")).Contains("premium", StringComparison.Ordinal));
        Assert.Equal("""{"steps":0}""", await mioWest.GetStringAsync($"api/members/{handle}/steps"));

        // A suspension on one host closes a connection on the other.
        var post = (await mioEast.Post("hello")).Id();
        await using (var stream = await EventStream.Open(mioWest, "home"))
        {
            await admin.PutAsJsonAsync($"api/admin/members/{handle}/suspension", new { reason = "advertising" }).Ok(HttpStatusCode.NoContent);
            await stream.Ended.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        }

        await mioWest.GetAsync("api/me").Refused(401, "unauthenticated");
        await admin.DeleteAsync($"api/admin/members/{handle}/suspension").Ok(HttpStatusCode.NoContent);
        await Eventually.Holds(async () => (await mioWest.GetAsync("api/me")).IsSuccessStatusCode);

        await stranger.PostAsJsonAsync("api/password/forgot", new { who = handle }).Ok(HttpStatusCode.Accepted);
        await mioWest.PostAsJsonAsync("api/reports", new { reason = "spam", post }).Ok(HttpStatusCode.Accepted);
        await admin.PutAsJsonAsync($"api/admin/posts/{post}/removal", new { reason = "unkind" }).Ok(HttpStatusCode.NoContent);
        await Eventually.Holds(async () => (await stranger.GetAsync($"api/posts/{post}")).StatusCode == HttpStatusCode.NotFound);
        var measure = (await mioWest.GetFromJsonAsync<JsonElement>("api/me/measures"))[0].GetProperty("number").GetInt32();
        await mioWest.PostAsJsonAsync($"api/me/measures/{measure}/appeal", new { text = "it was kind" }).Ok(HttpStatusCode.Accepted);
        await admin.PostAsJsonAsync($"api/admin/appeals/{measure}", new { granted = true, answer = "so it was" }).Ok(HttpStatusCode.NoContent);
        await Eventually.Holds(async () => (await stranger.GetAsync($"api/posts/{post}")).IsSuccessStatusCode);
        Assert.Contains("unkind", await mioWest.GetStringAsync("api/moderation-log"), StringComparison.Ordinal);

        await mioWest.Json(HttpMethod.Delete, "api/me", $$"""{"password":"{{Newcomer.Password}}"}""").Ok(HttpStatusCode.NoContent);
        await Eventually.Holds(async () => (await other.GetAsync($"api/posts/{post}")).StatusCode == HttpStatusCode.NotFound);
        await Eventually.Holds(async () => (await mioEast.GetAsync("api/me")).StatusCode == HttpStatusCode.Unauthorized);
        outbox.Delete(recursive: true);
    }

    private static async Task<string> File(DirectoryInfo outbox)
    {
        FileInfo[] files = [];
        await Eventually.Holds(() => Task.FromResult((files = outbox.GetFiles("*.eml")).Length > 0));
        return files[0].FullName;
    }
}
