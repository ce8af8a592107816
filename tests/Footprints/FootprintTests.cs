using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using OrleansMixi.Live;

namespace OrleansMixi.Footprints;

[Collection(nameof(TownCollection))]
public sealed class FootprintTests(SharedTown shared)
{
    [Fact]
    public async Task A_visit_leaves_one_footprint_within_half_a_day_and_rings_its_owner()
    {
        var (owner, visitor) = (await shared.Member(), await shared.Member());
        await using var ears = await EventStream.Open(owner, "home");
        await Visit(visitor, owner);
        Assert.Contains("footprint", (await ears.Next("notice")).GetProperty("kinds").EnumerateArray().Select(kind => kind.GetString()));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Visit(visitor, owner)));
        Assert.Equal([await SharedTown.Handle(visitor)], await Visitors(owner));
        Assert.Equal([await SharedTown.Handle(owner)], await Left(visitor));
        Assert.Contains(await SharedTown.Handle(visitor), await owner.GetStringAsync("footprints"), StringComparison.Ordinal);
        Assert.Contains(await SharedTown.Handle(owner), await visitor.GetStringAsync("footprints/left"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_leaves_footprints_at_home_and_strangers_leave_none()
    {
        var owner = await shared.Member();
        await Visit(owner, owner);
        await shared.Town.Client().GetAsync($"user/{await SharedTown.Handle(owner)}");
        Assert.Empty(await Left(owner));
        Assert.Empty(await Visitors(owner));
        await shared.Town.Client().GetAsync("api/footprints").Refused(401, "unauthenticated");
    }

    [Fact]
    public async Task Who_switches_footprints_off_leaves_none_and_sees_none_until_they_are_on_again()
    {
        var (one, other) = (await shared.Member(), await shared.Member());
        await Visit(one, other);
        await Left(one);
        await Switch(one, on: false);
        Assert.Empty(await Visitors(other));
        Assert.Empty(await Left(one));
        await Visit(other, one);
        Assert.Empty(await Left(other));
        await Switch(one, on: true);
        Assert.Single(await Visitors(other));
        Assert.Empty(await Visitors(one));
        await Switch(other, on: false);
        Assert.Empty(await Visitors(other));
        Assert.Empty(await Left(one));
    }

    [Fact]
    public async Task A_block_hides_footprints_from_both()
    {
        var (one, other) = (await shared.Member(), await shared.Member());
        await Visit(one, other);
        await Left(one);
        await other.PutAsync($"api/blocks/{await SharedTown.Handle(one)}", null).Ok(HttpStatusCode.NoContent);
        Assert.Empty(await Visitors(other));
        Assert.Empty(await Left(one));
        await Visit(other, one);
        Assert.Empty(await Left(other));
    }

    [Fact]
    public async Task A_diary_entry_is_named_in_the_footprint_and_one_that_may_not_be_read_takes_none()
    {
        var (owner, visitor) = (await shared.Member(), await shared.Member());
        var secret = await owner.Post("only mine", ",\"kind\":\"diary\",\"audience\":\"me\"");
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"post/{secret.Id()}")).StatusCode);
        Assert.Empty(await Left(visitor));
        var entry = await owner.Post("for all", ",\"kind\":\"diary\"");
        await visitor.GetStringAsync($"post/{entry.Id()}");
        var left = (await visitor.GetFromJsonAsync<JsonElement>("api/footprints/left")).GetProperty("items").EnumerateArray().Single();
        Assert.Equal(entry.Id(), left.GetProperty("post").GetString());
        Assert.Contains($"/post/{entry.Id()}", await owner.GetStringAsync("footprints"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_hundred_footprints_taken_back_at_once_ten_go()
    {
        var visitor = await shared.Member();
        var handles = Enumerable.Range(0, 100).Select(number => $"walked{number}").ToArray();
        await shared.Town.Members(shared.Admin, handles);
        await Task.WhenAll(handles.Select(handle => visitor.GetStringAsync($"user/{handle}")));
        var left = await visitor.GetFromJsonAsync<JsonElement>("api/footprints/left?limit=100");
        var ids = left.GetProperty("items").EnumerateArray().Select(Answers.Id).ToList();
        Assert.Equal(100, ids.Count);
        Assert.Equal(10, left.GetProperty("returns").GetInt32());

        var outcomes = await Task.WhenAll(ids.Select(async id => (await visitor.DeleteAsync($"api/footprints/left/{id}")).StatusCode));
        Assert.Equal(10, outcomes.Count(status => status == HttpStatusCode.NoContent));
        Assert.Equal(90, outcomes.Count(status => status == HttpStatusCode.Conflict));
        Assert.Equal(90, (await Left(visitor)).Count);
    }

    [Fact]
    public async Task One_footprint_that_many_take_back_at_once_costs_one_and_does_not_come_again()
    {
        var (owner, visitor) = (await shared.Member(), await shared.Member());
        await Visit(visitor, owner);
        var id = (await visitor.GetFromJsonAsync<JsonElement>("api/footprints/left")).GetProperty("items").EnumerateArray().Single().Id();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(async _ => (await visitor.DeleteAsync($"api/footprints/left/{id}")).StatusCode));
        Assert.Equal(1, outcomes.Count(status => status == HttpStatusCode.NoContent));
        Assert.Equal(99, outcomes.Count(status => status == HttpStatusCode.NotFound));
        Assert.Equal(9, (await visitor.GetFromJsonAsync<JsonElement>("api/footprints/left")).GetProperty("returns").GetInt32());
        await Visit(visitor, owner);
        Assert.Empty(await Left(visitor));
        Assert.Empty(await Visitors(owner));

        // Nobody takes back what others left.
        await Visit(owner, visitor);
        var other = (await owner.GetFromJsonAsync<JsonElement>("api/footprints/left")).GetProperty("items").EnumerateArray().Single().Id();
        await visitor.DeleteAsync($"api/footprints/left/{other}").Refused(404, "not-found");
    }

    private static async Task Visit(HttpClient visitor, HttpClient owner) => await visitor.GetAsync($"user/{await SharedTown.Handle(owner)}");

    private static Task Switch(HttpClient member, bool on) =>
        member.Json(HttpMethod.Patch, "api/me/privacy", $$"""{"footprints":{{(on ? "true" : "false")}}}""").Ok(HttpStatusCode.OK);

    /// <summary>Handles in the list of what the member left; what is on its way is written first.</summary>
    private static Task<IReadOnlyList<string>> Left(HttpClient member) => Handles(member, "api/footprints/left?limit=100");

    private static Task<IReadOnlyList<string>> Visitors(HttpClient member) => Handles(member, "api/footprints");

    private static async Task<IReadOnlyList<string>> Handles(HttpClient member, string path) =>
        [.. (await member.GetFromJsonAsync<JsonElement>(path)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("member").GetProperty("handle").GetString()!)];
}
