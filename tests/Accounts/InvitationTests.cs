using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using OrleansMixi.Api;

namespace OrleansMixi.Accounts;

[Collection(nameof(AccountCollection))]
public sealed class InvitationTests(AccountTown town)
{
    [Fact]
    public async Task Of_a_hundred_attempts_with_one_invitation_exactly_one_succeeds()
    {
        var code = await AccountTown.Invitation(town.Admin);
        using var stranger = town.Town.Client();
        var attempts = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => stranger.PostAsJsonAsync(
            "api/accounts", new { handle = town.Name(), password = Newcomer.Password, invitation = code })));
        Assert.Single(attempts, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.Equal(99, attempts.Count(answer => answer.StatusCode == HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task An_invitation_that_expired_is_refused()
    {
        var code = await AccountTown.Invitation(town.Admin);
        await Change("update invitations set expires = 1 where used_by is null and inviter = (select number from members where handle = 'op')");
        using var stranger = town.Town.Client();
        var problem = await stranger.PostAsJsonAsync("api/accounts", new { handle = town.Name(), password = Newcomer.Password, invitation = code }).Refused(400, "invalid");
        Assert.Equal("invitation", problem.GetProperty("field").GetString());
    }

    [Fact]
    public async Task A_handle_that_is_taken_leaves_the_invitation_usable()
    {
        var code = await AccountTown.Invitation(town.Admin);
        using var stranger = town.Town.Client();
        await stranger.PostAsJsonAsync("api/accounts", new { handle = "op", password = Newcomer.Password, invitation = code }).Refused(409, "handle-taken");
        await stranger.PostAsJsonAsync("api/accounts", new { handle = town.Name(), password = Newcomer.Password, invitation = code }).Ok(HttpStatusCode.Created);
    }

    [Fact]
    public async Task The_newcomer_is_the_inviters_friend_and_neither_can_end_that_for_three_months()
    {
        var inviter = await town.Newcomer();
        var newcomer = await town.Newcomer(inviter.Client);
        await inviter.Client.Post("for friends", ""","audience":"friends" """);
        await newcomer.Client.Shows("for friends");

        foreach (var (client, other) in new[] { (newcomer.Client, inviter.Handle), (inviter.Client, newcomer.Handle) })
        {
            var problem = await client.DeleteAsync($"api/friends/{other}").Refused(409, "friendship-tied");
            var until = TimeProvider.System.GetUtcNow().AddMonths(3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            Assert.Contains(until, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }

        await Change($"update members set created = 1 where handle = '{newcomer.Handle}'");
        await newcomer.Client.DeleteAsync($"api/friends/{inviter.Handle}").Ok(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Members_see_how_many_steps_lie_between_them_and_nobody_sees_who()
    {
        var root = await town.Newcomer();
        var left = await town.Newcomer(root.Client);
        var right = await town.Newcomer(root.Client);
        var far = await town.Newcomer(right.Client);
        Assert.Equal(3, await Steps(left.Client, far.Handle));
        Assert.Equal(3, await Steps(far.Client, left.Handle));
        Assert.Equal(1, await Steps(right.Client, root.Handle));
        Assert.Equal(0, await Steps(root.Client, root.Handle));
        Assert.Equal("""{"steps":3}""", await left.Client.GetStringAsync($"api/members/{far.Handle}/steps"));
        using var apart = (await town.Town.Members(await town.Town.Token("op", "admin"), town.Name()))[0];
        Assert.Null(await Steps(apart, root.Handle));
        using var stranger = town.Town.Client();
        await stranger.GetAsync($"api/members/{far.Handle}/steps").Refused(401, "unauthenticated");
    }

    private static async Task<int?> Steps(HttpClient client, string handle)
    {
        var steps = (await client.GetFromJsonAsync<JsonElement>($"api/members/{handle}/steps")).GetProperty("steps");
        return steps.ValueKind == JsonValueKind.Null ? null : steps.GetInt32();
    }

    private async Task Change(string sql)
    {
        await using var connection = new SqliteConnection(town.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new SqliteCommand(sql, connection);
        Assert.True(await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken) > 0);
    }
}
