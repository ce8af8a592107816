using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using OrleansMixi.Notifications;

namespace OrleansMixi.Communities;

[Collection(nameof(TownCollection))]
public sealed class PersonaTests(SharedTown shared)
{
    [Fact]
    public async Task The_member_behind_a_persona_is_told_of_answers_and_not_of_the_own_deeds()
    {
        var (founder, member) = (await shared.Member(), await shared.Member());
        var slug = await founder.Found();
        await Enter(member, slug, "月の人");
        var post = (await member.Post("from the moon", $""","topic":"community:{slug}" """)).Id();
        await member.Post("a word more", $""","replyTo":"{post}" """);
        await founder.Post("welcome", $""","replyTo":"{post}" """);
        await founder.PutAsync($"api/posts/{post}/reactions/iine", null, TestContext.Current.CancellationToken).Ok(HttpStatusCode.NoContent);
        await Eventually.Holds(async () => (await member.Lines()).Order(StringComparer.Ordinal).SequenceEqual(["comment 1", "reaction 1"]));
    }

    [Fact]
    public async Task No_answer_joins_a_persona_to_its_member_or_two_personas_to_each_other()
    {
        var (founder, member, friend) = (await shared.Member(), await shared.Member(), await shared.Member());
        await member.Befriend(friend);
        var name = await SharedTown.Handle(member);
        var (first, second) = (await founder.Found(), await founder.Found());
        var one = await Enter(member, first, "月の人");
        var two = await Enter(member, second, "海の人");
        Assert.Equal(3, new[] { name, one, two }.Distinct().Count());

        var post = await member.Post("from the moon", $""","topic":"community:{first}" """);
        Assert.Equal(one, post.GetProperty("author").GetProperty("handle").GetString());
        var comment = await member.Post("and again", $""","replyTo":"{post.Id()}" """);
        Assert.Equal(one, comment.GetProperty("author").GetProperty("handle").GetString());
        await member.PutAsync($"api/posts/{post.Id()}/reactions/iine", null, TestContext.Current.CancellationToken).Ok(HttpStatusCode.NoContent);
        var topic = await member.Send($"{second}/topics", """{"title":"wave","text":"from the sea"}""").Made();
        Assert.Equal(two, topic.GetProperty("author").GetProperty("handle").GetString());

        // Everything that others can ask about the first community names the persona, and never the member or the other one.
        await friend.Join(first).Ok(HttpStatusCode.NoContent);
        foreach (var reader in new[] { founder, friend })
        {
            foreach (var path in new[]
            {
                $"api/communities/{first}", $"api/communities/{first}/members", $"api/communities/{first}/related", $"api/communities/{first}/log", $"api/communities/{first}/staff",
                $"api/feeds/community:{first}", $"api/feeds/post:{post.Id()}", $"api/posts/{post.Id()}", $"api/posts/{post.Id()}/reactions", $"api/posts/{post.Id()}/history", "api/communities?sort=friends",
            })
            {
                var answer = await reader.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.DoesNotContain($"\"{name}\"", answer, StringComparison.Ordinal);
                Assert.DoesNotContain(two, answer, StringComparison.Ordinal);
            }
        }

        Assert.Empty((await friend.Get(first)).GetProperty("friends").EnumerateArray());
        Assert.Equal(3, (await founder.Get(first)).GetProperty("members").GetInt32());
        await friend.PutAsync($"api/friends/{one}", null, TestContext.Current.CancellationToken).Refused(400, "invalid");
        await friend.PutAsync($"api/follows/user:{one}", null, TestContext.Current.CancellationToken).Refused(404, "not-found");
    }

    [Fact]
    public async Task The_member_behind_a_persona_reads_edits_and_deletes()
    {
        var (founder, member) = (await shared.Member(), await shared.Member());
        var slug = await founder.Found(""","visibility":"listed","joining":"approval" """);
        var persona = await Persona(member, slug, "夜");
        await member.Join(slug).Ok(HttpStatusCode.Accepted);
        Assert.Equal([persona], (await founder.Get($"{slug}/requests")).EnumerateArray().Select(handle => handle.GetString()));
        await founder.Put($"{slug}/invited/{persona}").Ok(HttpStatusCode.NoContent);
        await founder.Post("for us", $""","topic":"community:{slug}" """);
        await member.Shows("for us");
        var post = await member.Post("mine", $""","topic":"community:{slug}" """);
        await member.Json(HttpMethod.Patch, $"api/posts/{post.Id()}", """{"text":"mine, better"}""").Ok(HttpStatusCode.OK);
        Assert.Equal(["mine, better", "for us"], await founder.Texts($"api/feeds/community:{slug}"));
        await member.DeleteAsync($"api/posts/{post.Id()}", TestContext.Current.CancellationToken).Ok(HttpStatusCode.NoContent);
        Assert.Equal(["for us"], await founder.Texts($"api/feeds/community:{slug}"));
        Assert.Equal("夜", (await member.Get(slug)).GetProperty("standing").GetProperty("persona").GetProperty("nickname").GetString());
    }

    [Fact]
    public async Task To_bar_a_persona_ends_all_and_to_bar_the_member_shows_nothing()
    {
        var (founder, member) = (await shared.Member(), await shared.Member());
        var slug = await founder.Found(""","visibility":"listed" """);
        var persona = await Enter(member, slug, "影");
        await founder.Put($"{slug}/bars/{await SharedTown.Handle(member)}", """{"reason":"a guess"}""").Ok(HttpStatusCode.NoContent);
        Assert.Contains(persona, (await founder.Get($"{slug}/members")).GetRawText(), StringComparison.Ordinal);

        await founder.Put($"{slug}/bars/{persona}", """{"reason":"rude"}""").Ok(HttpStatusCode.NoContent);
        Assert.DoesNotContain(persona, (await founder.Get($"{slug}/members")).GetRawText(), StringComparison.Ordinal);
        Assert.False((await member.Get(slug)).GetProperty("standing").GetProperty("member").GetBoolean());
        await member.Join(slug).Refused(403, "forbidden");
        await member.GetAsync($"api/communities/{slug}/topics").Refused(403, "forbidden");
    }

    [Fact]
    public async Task Who_is_known_in_a_community_cannot_change_into_a_persona()
    {
        var (founder, member) = (await shared.Member(), await shared.Member());
        var slug = await founder.Found();
        await member.Join(slug).Ok(HttpStatusCode.NoContent);
        await member.Put($"{slug}/persona", """{"nickname":"仮面"}""").Refused(409, "conflict");
        var closed = await founder.Found(""","joining":"invitation" """);
        await member.Put($"{closed}/persona", """{"nickname":"仮面"}""").Refused(403, "forbidden");
    }

    private static async Task<string> Persona(HttpClient member, string slug, string nickname)
    {
        var answer = await member.Put($"{slug}/persona", $$"""{"nickname":{{JsonSerializer.Serialize(nickname)}}}""");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("handle").GetString()!;
    }

    private static async Task<string> Enter(HttpClient member, string slug, string nickname)
    {
        var persona = await Persona(member, slug, nickname);
        await member.Join(slug).Ok(HttpStatusCode.NoContent);
        return persona;
    }
}
