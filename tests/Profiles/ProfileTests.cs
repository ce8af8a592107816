using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Circles;
using OrleansMixi.Hosting;

namespace OrleansMixi.Profiles;

[Collection(nameof(TownCollection))]
public sealed class ProfileTests(SharedTown shared)
{
    [Fact]
    public async Task Each_field_is_seen_by_its_own_audience()
    {
        using var hanako = await shared.Member();
        using var friend = await shared.Member();
        using var other = await shared.Member();
        using var stranger = shared.Town.Client();
        var h = await SharedTown.Handle(hanako);
        await CircleTests.Befriend(hanako, friend);
        await Edit(hanako, """
            {"introduction":{"value":"hello","audience":"everyone"},"interests":{"value":["#bento"," film ","Bento"],"audience":"friends"},
             "birthday":{"value":"02-29","audience":"me"},"area":{"value":"by the harbour","audience":"friends"}}
            """).Ok(HttpStatusCode.OK);

        Assert.Equal(("hello", "bento,film", "02-29", "by the harbour"), await Seen(hanako, h));
        Assert.Equal(("hello", "bento,film", null, "by the harbour"), await Seen(friend, h));
        Assert.Equal(("hello", "", null, ""), await Seen(other, h));
        Assert.Equal(("hello", "", null, ""), await Seen(stranger, h));

        await Edit(hanako, """{"introduction":{"audience":"me"},"birthday":{"audience":"friends"}}""").Ok(HttpStatusCode.OK);
        Assert.Equal(("", "bento,film", "02-29", "by the harbour"), await Seen(friend, h));
        await Edit(hanako, """{"birthday":{"value":""},"interests":{"value":[]}}""").Ok(HttpStatusCode.OK);
        Assert.Equal(("hello", "", null, "by the harbour"), await Seen(hanako, h));
    }

    [Fact]
    public async Task The_older_way_to_change_the_introduction_changes_the_profile()
    {
        using var hanako = await shared.Member();
        await hanako.Json(HttpMethod.Patch, "api/me", """{"introduction":"by the old door"}""").Ok(HttpStatusCode.OK);
        Assert.Equal("by the old door", (await hanako.GetFromJsonAsync<JsonElement>("api/me/profile")).GetProperty("introduction").GetProperty("value").GetString());
        Assert.Equal("by the old door", (await hanako.GetFromJsonAsync<JsonElement>($"api/members/{await SharedTown.Handle(hanako)}")).GetProperty("introduction").GetString());
    }

    [Theory]
    [InlineData("""{"birthday":{"value":"02-30"}}""")]
    [InlineData("""{"birthday":{"value":"soon"}}""")]
    [InlineData("""{"area":{"audience":"aliens"}}""")]
    [InlineData("""{"area":{"audience":"members"}}""")]
    [InlineData("""{"theme":"red; background: url(//evil)"}""")]
    [InlineData("""{"sections":["posts"]}""")]
    [InlineData("""{"sections":["posts","posts","facts","texts"]}""")]
    [InlineData("""{"interests":{"value":["a","b","c","d","e","f","g","h","i","j","k","l","m","n","o","p","q","r","s","t","u"]}}""")]
    public async Task What_cannot_stand_in_a_profile_is_refused(string json)
    {
        using var hanako = await shared.Member();
        await Edit(hanako, json).Refused(400, "invalid");
    }

    private static Task<HttpResponseMessage> Edit(HttpClient client, string json) => client.Json(HttpMethod.Patch, "api/me/profile", json);

    private static async Task<(string?, string, string?, string?)> Seen(HttpClient client, string handle)
    {
        var profile = (await client.GetFromJsonAsync<JsonElement>($"api/members/{handle}")).GetProperty("profile");
        return (
            profile.GetProperty("introduction").GetString(),
            string.Join(',', profile.GetProperty("interests").EnumerateArray().Select(tag => tag.GetString())),
            profile.GetProperty("birthday").GetString(),
            profile.GetProperty("area").GetString());
    }
}
