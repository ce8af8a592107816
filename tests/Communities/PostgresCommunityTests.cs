using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using OrleansMixi.Postgres;

namespace OrleansMixi.Communities;

/// <summary>The same texts of SQL on the other database: one walk past all of them.</summary>
[Collection(nameof(PostgresCollection))]
public sealed class PostgresCommunityTests(PostgresServer server)
{
    [Fact]
    public async Task A_community_lives_on_PostgreSQL_as_on_SQLite()
    {
        await using var town = await TownProcess.Start(await server.CreateDatabase());
        var people = await town.Members(await town.Token("op", "read,post,admin"), "hanako", "taro", "yuki");
        var (founder, member, friend) = (people[0], people[1], people[2]);
        await founder.Json(HttpMethod.Post, "api/communities", """{"slug":"cats","title":"Ｃａｔｓ","joining":"approval","visibility":"listed"}""").Ok(HttpStatusCode.Created);
        await founder.Befriend(member);
        await member.Join("cats").Ok(HttpStatusCode.Accepted);
        await founder.Put("cats/invited/taro").Ok(HttpStatusCode.NoContent);
        await founder.Put("cats/staff/taro", """{"rights":["board"]}""").Ok(HttpStatusCode.NoContent);
        Assert.Equal(["cats"], (await friend.Get("?q=cats&category=other")).Slugs());
        Assert.Equal(["cats"], (await founder.Get("?sort=friends")).Slugs());
        Assert.Empty((await founder.Get("?sort=common")).Slugs());
        Assert.Empty((await founder.Get("cats/related")).EnumerateArray());

        var topic = await member.Send("cats/topics", """{"title":"names","text":"tell"}""").Made();
        await founder.Post("tama", $""","replyTo":"{topic.Id()}" """);
        await founder.Put($"cats/removed/{topic.Id()}", """{"reason":"test"}""").Ok(HttpStatusCode.NoContent);
        await founder.Send($"cats/log/{(await founder.Deed("cats", "removed")).GetProperty("number").GetString()}/undo", "{}").Ok(HttpStatusCode.NoContent);
        Assert.Equal(1, (await founder.Get("cats/topics")).GetProperty("items").GetArrayLength());
        var party = await founder.Send(
            "cats/events", $$"""{"title":"walk","text":"by the sea","starts":"{{TimeProvider.System.GetUtcNow().AddDays(5):yyyy-MM-dd}}T12:00","zone":"Asia/Tokyo","places":1}""").Made();
        var id = party.GetProperty("post").Id();
        await member.Put($"cats/events/{id}/participants/me").Ok(HttpStatusCode.NoContent);
        await founder.Put($"cats/events/{id}/participants/me").Refused(409, "conflict");
        Assert.Equal(1, (await member.GetFromJsonAsync<JsonElement>("api/me/events", TestContext.Current.CancellationToken)).GetProperty("items").GetArrayLength());

        await friend.Put("cats/persona", """{"nickname":"影"}""").Ok(HttpStatusCode.OK);
        await friend.Join("cats").Ok(HttpStatusCode.Accepted);
        var persona = (await founder.Get("cats/requests"))[0].GetString();
        await founder.Put($"cats/invited/{persona}").Ok(HttpStatusCode.NoContent);
        await founder.Put($"cats/bars/{persona}", """{"reason":"test"}""").Ok(HttpStatusCode.NoContent);
        await friend.Join("cats").Refused(403, "forbidden");
        await founder.Undo($"cats/bars/{persona}").Ok(HttpStatusCode.NoContent);
        await founder.Put("cats/founder/taro").Ok(HttpStatusCode.NoContent);
        await founder.DeleteAsync("api/follows/community:cats", TestContext.Current.CancellationToken).Ok(HttpStatusCode.NoContent);
        Assert.Equal(["staff", "handed-over"], (await member.Get("cats/log?limit=2")).GetProperty("items").EnumerateArray().Select(deed => deed.GetProperty("action").GetString()));
    }
}
