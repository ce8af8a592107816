using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;

namespace OrleansMixi.Communities;

[Collection(nameof(TownCollection))]
public sealed class OpennessTests(SharedTown shared)
{
    [Fact]
    public async Task A_hidden_community_is_nowhere_for_those_outside()
    {
        var (founder, stranger) = (await shared.Member(), await shared.Member());
        var slug = await founder.Found(""","visibility":"hidden","joining":"approval" """, "秘密の庭");
        var post = await founder.Post("inside only", $""","topic":"community:{slug}" """);
        var nobody = shared.Town.Client();
        foreach (var outside in new[] { stranger, nobody })
        {
            await outside.GetAsync($"api/communities/{slug}").Refused(404, "not-found");
            await outside.GetAsync($"api/communities/{slug}/members").Refused(404, "not-found");
            await outside.GetAsync($"api/communities/{slug}/related").Refused(404, "not-found");
            await outside.GetAsync($"api/communities/{slug}/topics").Refused(404, "not-found");
            await outside.GetAsync($"api/feeds/community:{slug}").Refused(404, "not-found");
            await outside.GetAsync($"api/posts/{post.Id()}").Refused(404, "not-found");
            await outside.GetAsync($"feeds/community:{slug}.json").Refused(404, "not-found");
            await outside.GetAsync($"api/stream?topics=community:{slug}").Refused(404, "not-found");
            Assert.DoesNotContain(slug, (await outside.Get("?q=秘密の庭")).Slugs());
        }

        await stranger.Join(slug).Refused(404, "not-found");
        await stranger.Send($"{slug}/topics", """{"title":"a","text":"b"}""").Refused(404, "not-found");
        await stranger.GetAsync($"api/communities/{slug}/log").Refused(404, "not-found");
        Assert.Contains(slug, (await founder.Get("?q=秘密の庭")).Slugs());
    }

    [Fact]
    public async Task Who_is_invited_to_a_hidden_community_finds_the_invitation_and_comes_in()
    {
        var (founder, guest) = (await shared.Member(), await shared.Member());
        var slug = await founder.Found(""","visibility":"hidden","joining":"invitation" """);
        await founder.Put($"{slug}/invited/{await SharedTown.Handle(guest)}").Ok(HttpStatusCode.NoContent);
        var invitations = await guest.GetFromJsonAsync<JsonElement>("api/me/communities/invitations", TestContext.Current.CancellationToken);
        Assert.Equal(slug, Assert.Single(invitations.EnumerateArray()).GetProperty("slug").GetString());
        await guest.Join(slug).Ok(HttpStatusCode.NoContent);
        await guest.Post("thanks", $""","topic":"community:{slug}" """);
        Assert.True((await guest.Get(slug)).GetProperty("standing").GetProperty("member").GetBoolean());
    }

    [Fact]
    public async Task A_listed_community_is_found_by_all_and_read_by_members()
    {
        var (founder, stranger) = (await shared.Member(), await shared.Member());
        var slug = await founder.Found(""","visibility":"listed","category":"books" """, "Ｂｏｏｋ回覧板");
        var post = await founder.Post("for members", $""","topic":"community:{slug}" """);
        Assert.Contains(slug, (await stranger.Get("?q=book回覧&category=books")).Slugs());
        Assert.Equal("listed", (await stranger.Get(slug)).GetProperty("visibility").GetString());
        Assert.Empty(await stranger.Texts($"api/feeds/community:{slug}"));
        await stranger.GetAsync($"api/posts/{post.Id()}").Refused(404, "not-found");
        await stranger.GetAsync($"api/communities/{slug}/topics").Refused(403, "forbidden");
        await stranger.Join(slug).Ok(HttpStatusCode.NoContent);
        Assert.Equal(["for members"], await stranger.Texts($"api/feeds/community:{slug}"));
    }

    [Fact]
    public async Task Settings_change_for_old_posts_too_and_can_be_undone_from_the_log()
    {
        var (founder, stranger) = (await shared.Member(), await shared.Member());
        var slug = await founder.Found();
        await founder.Post("old post", $""","topic":"community:{slug}" """);
        Assert.Equal(["old post"], await stranger.Texts($"api/feeds/community:{slug}"));
        await stranger.Json(HttpMethod.Patch, $"api/communities/{slug}", """{"visibility":"listed"}""").Refused(403, "forbidden");
        await founder.Json(HttpMethod.Patch, $"api/communities/{slug}", """{"visibility":"listed","title":"新しい名前","category":"food"}""").Ok(HttpStatusCode.OK);
        Assert.Empty(await stranger.Texts($"api/feeds/community:{slug}"));
        Assert.Equal(("新しい名前", "food"), ((await founder.Get(slug)).GetProperty("title").GetString(), (await founder.Get(slug)).GetProperty("category").GetString()));

        var deed = await founder.Deed(slug, "settings");
        await founder.Send($"{slug}/log/{deed.GetProperty("number").GetString()}/undo", "{}").Ok(HttpStatusCode.NoContent);
        Assert.Equal(["old post"], await stranger.Texts($"api/feeds/community:{slug}"));
        Assert.Equal("部屋", (await stranger.Get(slug)).GetProperty("title").GetString());
        await founder.Send($"{slug}/log/{deed.GetProperty("number").GetString()}/undo", "{}").Refused(409, "conflict");
    }

    [Fact]
    public async Task Lists_tell_where_friends_are_and_what_members_have_in_common()
    {
        var (me, friend, other) = (await shared.Member(), await shared.Member(), await shared.Member());
        await me.Befriend(friend);
        var (mine, theirs, secret) = (await me.Found(), await other.Found(), await friend.Found(""","visibility":"hidden" """));
        await friend.Join(mine).Ok(HttpStatusCode.NoContent);
        await friend.Join(theirs).Ok(HttpStatusCode.NoContent);

        var friends = await me.Get("?sort=friends");
        Assert.Equal([theirs, mine], friends.Slugs().Where(slug => slug == theirs || slug == mine));
        Assert.DoesNotContain(secret, friends.Slugs());
        Assert.Equal(1, friends.GetProperty("items")[0].GetProperty("common").GetInt32());
        Assert.Contains(theirs, (await me.Get("?sort=common")).Slugs());
        Assert.Equal(await SharedTown.Handle(friend), Assert.Single((await me.Get(theirs)).GetProperty("friends").EnumerateArray()).GetProperty("handle").GetString());
        var related = (await me.Get($"{theirs}/related")).EnumerateArray().Select(item => item.GetProperty("slug").GetString());
        Assert.Equal([mine], related);
    }

    [Fact]
    public async Task Of_a_hundred_foundings_at_once_as_many_succeed_as_the_plan_allows()
    {
        var founder = await shared.Member();
        var run = Guid.NewGuid().ToString("N")[..8];
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(turn =>
            founder.Json(HttpMethod.Post, "api/communities", $$"""{"slug":"{{run}}-{{turn}}","title":"x"}""")));
        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        Assert.Equal(97, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
    }

    [Theory]
    [InlineData(""","category":"nonsense" """, "category")]
    [InlineData(""","visibility":"secret" """, "visibility")]
    [InlineData(""","posting":"all" """, "posting")]
    public async Task A_founding_with_an_unknown_word_says_which(string more, string field)
    {
        var founder = await shared.Member();
        var problem = await founder.Json(HttpMethod.Post, "api/communities", $$"""{"slug":"never-made","title":"x"{{more}}}""").Refused(400, "invalid");
        Assert.Equal(field, problem.GetProperty("field").GetString());
    }
}
