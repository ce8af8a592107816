using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using OrleansMixi.Live;

namespace OrleansMixi.Friends;

[Collection<TownCollection>]
public sealed class BlockTests(SharedTown shared)
{
    [Fact]
    public async Task A_block_hides_each_from_the_other_everywhere_and_its_end_restores_what_was()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        var (his, her) = (await SharedTown.Handle(taro), await SharedTown.Handle(hanako));
        await taro.PutAsync($"api/friends/{her}", null).Ok(HttpStatusCode.Accepted);
        await hanako.PutAsync($"api/friends/{his}", null).Ok(HttpStatusCode.NoContent);
        var post = (await taro.Post("before", ",\"audience\":\"friends\"")).Id();
        await hanako.Shows("before");
        await using var live = await EventStream.Open(hanako, "home");

        await hanako.PutAsync($"api/blocks/{his}", null).Ok(HttpStatusCode.NoContent);
        await hanako.PutAsync($"api/blocks/{his}", null).Ok(HttpStatusCode.NoContent);
        Assert.Equal([his], (await hanako.GetFromJsonAsync<string[]>("api/blocks"))!);
        await hanako.Shows();
        foreach (var (one, other) in new[] { (taro, her), (hanako, his) })
        {
            await one.GetAsync($"api/members/{other}").Refused(404, "not-found");
            Assert.Empty(await one.Texts($"api/feeds/user:{other}"));
            await one.PutAsync($"api/friends/{other}", null).Refused(404, "not-found");
            await one.PutAsync($"api/follows/user:{other}", null).Refused(404, "not-found");
        }

        await hanako.GetAsync($"api/posts/{post}").Refused(404, "not-found");
        await hanako.Json(HttpMethod.Post, "api/posts", $$"""{"text":"x","replyTo":"{{post}}"}""").Refused(404, "not-found");
        await taro.Post("meanwhile");
        await hanako.Post("own");
        Assert.Equal(["own"], await live.Texts(1));

        await taro.DeleteAsync($"api/blocks/{her}").Ok(HttpStatusCode.NoContent);
        await hanako.GetAsync($"api/posts/{post}").Refused(404, "not-found");
        await hanako.DeleteAsync($"api/blocks/{his}").Ok(HttpStatusCode.NoContent);
        await hanako.Shows("own", "meanwhile", "before");
        await taro.Shows("own", "meanwhile", "before");
        Assert.True((await hanako.GetFromJsonAsync<JsonElement>($"api/members/{his}")).GetProperty("friend").GetBoolean());
    }

    [Fact]
    public async Task In_a_community_those_who_block_each_other_do_not_see_each_other()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        var slug = $"c{await SharedTown.Handle(taro)}";
        await taro.Json(HttpMethod.Post, "api/communities", $$"""{"slug":"{{slug}}","title":"park"}""").Ok(HttpStatusCode.Created);
        await hanako.PutAsync($"api/follows/community:{slug}", null).Ok(HttpStatusCode.NoContent);
        await taro.Post("hello park", $",\"topic\":\"community:{slug}\"");
        await hanako.Shows("hello park");
        await hanako.PutAsync($"api/blocks/{await SharedTown.Handle(taro)}", null).Ok(HttpStatusCode.NoContent);
        await hanako.Shows();
        Assert.Empty(await hanako.Texts($"api/feeds/community:{slug}"));
    }

    [Fact]
    public async Task Only_another_member_can_be_blocked()
    {
        using var taro = await shared.Member();
        await taro.PutAsync($"api/blocks/{await SharedTown.Handle(taro)}", null).Refused(400, "invalid");
        await taro.PutAsync("api/blocks/nobody-at-all", null).Refused(404, "not-found");
    }
}
