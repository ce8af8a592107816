using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;

namespace OrleansMixi.Friends;

/// <summary>A town where one has few friends, groups and mutes, the same on both databases.</summary>
public abstract class FriendLimitConformance : IAsyncLifetime
{
    private const int Friends = 10;
    private const int Crowd = 100;
    private TownProcess _town = null!;
    private HttpClient _hanako = null!;
    private IReadOnlyList<HttpClient> _crowd = [];

    protected abstract Task<string> CreateDatabase();

    public async ValueTask InitializeAsync()
    {
        _town = await TownProcess.Start(
            await CreateDatabase(), "Production", ("Mixi__Limits__Friends", $"{Friends}"), ("Mixi__Limits__FriendGroups", "5"), ("Mixi__Limits__Mutes", "7"), ("Mixi__Limits__WritesPerWindow", "5000"));
        var admin = await _town.Token("op", "read,post,admin");
        _hanako = (await _town.Members(admin, "hanako"))[0];
        _crowd = await _town.Members(admin, [.. Enumerable.Range(0, Crowd).Select(number => $"c{number}")]);
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _hanako.Dispose();
        foreach (var client in _crowd)
        {
            client.Dispose();
        }

        await _town.DisposeAsync();
    }

    [Fact]
    public async Task Of_100_approvals_at_once_exactly_as_many_become_friends_as_there_is_room_for()
    {
        // Half of the crowd asked hanako, half was asked by her: she and they approve at the same moment.
        await Task.WhenAll(_crowd.Index().Select(one => one.Index % 2 == 0
            ? one.Item.PutAsync("api/friends/hanako", null).Ok(HttpStatusCode.Accepted)
            : _hanako.PutAsync($"api/friends/c{one.Index}", null).Ok(HttpStatusCode.Accepted)));
        var answers = await Task.WhenAll(_crowd.Index().Select(one => one.Index % 2 == 0
            ? _hanako.PutAsync($"api/friends/c{one.Index}", null)
            : one.Item.PutAsync("api/friends/hanako", null)));

        Assert.Equal(Friends, answers.Count(answer => answer.StatusCode == HttpStatusCode.NoContent));
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.Conflict));
        await Fits();

        // One goes, one comes.
        var friend = answers.Index().First(answer => answer.Item.StatusCode == HttpStatusCode.NoContent).Index;
        var other = answers.Index().First(answer => answer.Item.StatusCode == HttpStatusCode.Conflict && answer.Index % 2 == 0).Index;
        await _hanako.DeleteAsync($"api/friends/c{friend}").Ok(HttpStatusCode.NoContent);
        await _hanako.PutAsync($"api/friends/c{other}", null).Ok(HttpStatusCode.NoContent);
        await Fits();
    }

    [Fact]
    public async Task Of_100_groups_and_mutes_made_at_once_exactly_as_many_are_kept_as_are_allowed()
    {
        var groups = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => _hanako.Json(HttpMethod.Post, "api/groups", $$"""{"name":"g{{number}}"}""")));
        Assert.Equal(5, groups.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        Assert.Equal(6, (await _hanako.GetFromJsonAsync<JsonElement>("api/groups")).GetArrayLength());

        var mutes = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => _hanako.Json(HttpMethod.Post, "api/mutes", $$"""{"kind":"word","value":"w{{number}}"}""")));
        Assert.Equal(7, mutes.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        Assert.Equal(7, (await _hanako.GetFromJsonAsync<JsonElement>("api/mutes")).GetArrayLength());
    }

    /// <summary>Both sides agree about who is a friend, and nobody has too many.</summary>
    private async Task Fits()
    {
        var sides = await Task.WhenAll(_crowd.Index().Select(async one => (
            Theirs: (await one.Item.GetFromJsonAsync<JsonElement>("api/members/hanako")).GetProperty("friend").GetBoolean(),
            Hers: (await _hanako.GetFromJsonAsync<JsonElement>($"api/members/c{one.Index}")).GetProperty("friend").GetBoolean())));
        Assert.All(sides, side => Assert.Equal(side.Theirs, side.Hers));
        Assert.Equal(Friends, sides.Count(side => side.Hers));
    }
}
