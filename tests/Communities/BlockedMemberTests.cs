using System.Net;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;

namespace OrleansMixi.Communities;

[Collection(nameof(TownCollection))]
public sealed class BlockedMemberTests(SharedTown shared)
{
    [Fact]
    public async Task A_block_hides_names_everywhere_in_a_community_but_no_member_from_its_staff()
    {
        var (founder, one, other) = (await shared.Member(), await shared.Member(), await shared.Member());
        var (head, name) = (await SharedTown.Handle(founder), await SharedTown.Handle(other));
        var slug = await founder.Found(""","joining":"approval" """);
        foreach (var member in new[] { one, other })
        {
            await member.Join(slug);
            await founder.Put($"{slug}/invited/{await SharedTown.Handle(member)}").Ok(HttpStatusCode.NoContent);
        }

        var party = await founder.Send($"{slug}/events", $$"""{"title":"walk","text":"b","starts":"{{TimeProvider.System.GetUtcNow().AddDays(9):yyyy-MM-dd}}T10:00","zone":"UTC"}""").Made();
        var guests = $"{slug}/events/{party.GetProperty("post").GetProperty("id").GetString()}";
        await other.Put($"{guests}/participants/me").Ok(HttpStatusCode.NoContent);
        string[] paths = [$"{slug}/members", $"{slug}/log", guests];
        foreach (var path in paths)
        {
            Assert.Contains(Quoted(name), await Text(one, path), StringComparison.Ordinal);
        }

        await other.PutAsync($"api/blocks/{await SharedTown.Handle(one)}", null).Ok(HttpStatusCode.NoContent);
        foreach (var path in paths)
        {
            Assert.DoesNotContain(Quoted(name), await Text(one, path), StringComparison.Ordinal);
        }

        // A member who blocks the founder still is seen by the founder, who is seen by that member no longer.
        await other.PutAsync($"api/blocks/{head}", null).Ok(HttpStatusCode.NoContent);
        Assert.Contains(Quoted(name), await Text(founder, $"{slug}/members"), StringComparison.Ordinal);
        Assert.DoesNotContain(Quoted(head), await Text(other, slug), StringComparison.Ordinal);
        Assert.Contains(Quoted(head), await Text(one, slug), StringComparison.Ordinal);
        Assert.Contains(Quoted(name), await Text(founder, $"{slug}/log"), StringComparison.Ordinal);
        foreach (var path in new[] { $"{slug}/members", $"{slug}/log", $"{slug}/staff" })
        {
            Assert.DoesNotContain(Quoted(head), await Text(other, path), StringComparison.Ordinal);
        }
    }

    private static string Quoted(string handle) => JsonSerializer.Serialize(handle);

    private static Task<string> Text(HttpClient member, string path) => member.GetStringAsync($"api/communities/{path}");
}
