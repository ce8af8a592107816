using System.Net;
using Microsoft.Data.Sqlite;
using OrleansMixi.Api;
using OrleansMixi.Hosting;

namespace OrleansMixi.Communities;

[Collection(nameof(TownCollection))]
public sealed class StaffTests(SharedTown shared)
{
    [Fact]
    public async Task A_moderator_does_what_the_rights_allow_and_nothing_else()
    {
        var (founder, moderator, asking) = (await shared.Member(), await shared.Member(), await shared.Member());
        var slug = await founder.Found(""","joining":"approval" """);
        var name = await SharedTown.Handle(moderator);
        await founder.Put($"{slug}/staff/{name}", """{"rights":["approve"]}""").Refused(409, "conflict");
        await moderator.Join(slug).Ok(HttpStatusCode.Accepted);
        await founder.Put($"{slug}/invited/{name}").Ok(HttpStatusCode.NoContent);
        await founder.Put($"{slug}/staff/{name}", """{"rights":["approve"]}""").Ok(HttpStatusCode.NoContent);

        var guest = await SharedTown.Handle(asking);
        await asking.Join(slug).Ok(HttpStatusCode.Accepted);
        Assert.Equal([guest], (await moderator.Get($"{slug}/requests")).EnumerateArray().Select(handle => handle.GetString()));
        await moderator.Put($"{slug}/invited/{guest}").Ok(HttpStatusCode.NoContent);
        Assert.True((await asking.Get(slug)).GetProperty("standing").GetProperty("member").GetBoolean());
        await moderator.Put($"{slug}/bars/{guest}", """{"reason":"no"}""").Refused(403, "forbidden");
        await moderator.Json(HttpMethod.Patch, $"api/communities/{slug}", """{"title":"mine"}""").Refused(403, "forbidden");
        await moderator.Put($"{slug}/staff/{guest}", """{"rights":["bar"]}""").Refused(403, "forbidden");

        await founder.Undo($"{slug}/staff/{name}").Ok(HttpStatusCode.NoContent);
        await moderator.Undo($"{slug}/invited/{guest}").Ok(HttpStatusCode.NoContent);
        Assert.Empty((await moderator.Get($"{slug}/requests")).EnumerateArray());
    }

    [Fact]
    public async Task A_barred_member_is_out_reads_why_and_cannot_come_back_until_it_is_undone()
    {
        var (founder, member) = (await shared.Member(), await shared.Member());
        var slug = await founder.Found(""","visibility":"hidden","joining":"open" """);
        var name = await SharedTown.Handle(member);
        await founder.Put($"{slug}/invited/{name}").Ok(HttpStatusCode.NoContent);
        await member.Join(slug).Ok(HttpStatusCode.NoContent);
        var post = await founder.Post("talk", $""","topic":"community:{slug}" """);

        await founder.Put($"{slug}/bars/{name}", """{"reason":"荒らし","until":"2001-01-01T00:00:00Z"}""").Refused(400, "invalid");
        await founder.Put($"{slug}/bars/{name}", """{"reason":"荒らし"}""").Ok(HttpStatusCode.NoContent);
        var standing = (await member.Get(slug)).GetProperty("standing");
        Assert.Equal((false, "荒らし"), (standing.GetProperty("member").GetBoolean(), standing.GetProperty("barred").GetProperty("reason").GetString()));
        Assert.Contains("荒らし", (await member.Join(slug).Refused(403, "forbidden")).GetProperty("detail").GetString(), StringComparison.Ordinal);
        await member.GetAsync($"api/posts/{post.Id()}").Refused(404, "not-found");
        await member.Json(HttpMethod.Post, "api/posts", $$"""{"text":"still here","topic":"community:{{slug}}"}""").Refused(403, "forbidden");
        await founder.Put($"{slug}/invited/{name}").Refused(409, "conflict");

        var deed = await founder.Deed(slug, "barred");
        Assert.Equal("荒らし", deed.GetProperty("reason").GetString());
        await founder.Send($"{slug}/log/{deed.GetProperty("number").GetString()}/undo", "{}").Ok(HttpStatusCode.NoContent);
        await founder.Put($"{slug}/invited/{name}").Ok(HttpStatusCode.NoContent);
        await member.Join(slug).Ok(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_bar_with_an_end_ends_by_itself()
    {
        var (founder, member) = (await shared.Member(), await shared.Member());
        var slug = await founder.Found();
        var name = await SharedTown.Handle(member);
        await founder.Put($"{slug}/bars/{name}", $$"""{"reason":"cool down","until":"{{TimeProvider.System.GetUtcNow().AddHours(1):O}}"}""").Ok(HttpStatusCode.NoContent);
        await member.Join(slug).Refused(403, "forbidden");

        // The end is moved into the past, as if an hour had gone.
        await Sql("update community_bars set until = 1 where community = (select number from communities where slug = @slug)", ("@slug", slug));
        await member.Join(slug).Ok(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_removed_post_is_gone_for_all_but_its_author_and_comes_back_exactly()
    {
        var (founder, member, reader) = (await shared.Member(), await shared.Member(), await shared.Member());
        var slug = await founder.Found();
        await member.Join(slug).Ok(HttpStatusCode.NoContent);
        var post = await member.Post("rude", $""","topic":"community:{slug}" """);
        var comment = await founder.Post("ruder", $""","replyTo":"{post.Id()}" """);

        await reader.Put($"{slug}/removed/{post.Id()}", """{"reason":"rude"}""").Refused(403, "forbidden");
        await founder.Put($"{slug}/removed/{post.Id()}", """{"reason":"rude"}""").Ok(HttpStatusCode.NoContent);
        Assert.Empty(await reader.Texts($"api/feeds/community:{slug}"));
        await reader.GetAsync($"api/posts/{post.Id()}").Refused(404, "not-found");
        await reader.GetAsync($"api/posts/{comment.Id()}").Refused(404, "not-found");
        Assert.Equal(["rude"], await member.Texts($"api/feeds/community:{slug}"));
        await member.Json(HttpMethod.Patch, $"api/posts/{post.Id()}", """{"audience":"everyone"}""").Refused(403, "forbidden");
        Assert.Equal("rude", (await member.Deed(slug, "removed")).GetProperty("reason").GetString());

        var number = (await founder.Deed(slug, "removed")).GetProperty("number").GetString();
        await founder.Send($"{slug}/log/{number}/undo", "{}").Ok(HttpStatusCode.NoContent);
        Assert.Equal(["rude"], await reader.Texts($"api/feeds/community:{slug}"));
        await founder.Put($"{slug}/removed/{comment.Id()}").Ok(HttpStatusCode.NoContent);
        await reader.GetAsync($"api/posts/{comment.Id()}").Refused(404, "not-found");
        await reader.GetAsync($"api/posts/{post.Id()}").Ok(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_book_is_read_by_members_and_tells_every_deed()
    {
        var (founder, member, stranger) = (await shared.Member(), await shared.Member(), await shared.Member());
        var slug = await founder.Found(""","joining":"approval" """);
        var name = await SharedTown.Handle(member);
        await member.Join(slug).Ok(HttpStatusCode.Accepted);
        await founder.Undo($"{slug}/invited/{name}").Ok(HttpStatusCode.NoContent);
        await member.Join(slug).Ok(HttpStatusCode.Accepted);
        await founder.Put($"{slug}/invited/{name}").Ok(HttpStatusCode.NoContent);
        await founder.Put($"{slug}/staff/{name}", """{"rights":["remove","bar"]}""").Ok(HttpStatusCode.NoContent);
        var deeds = (await member.Get($"{slug}/log")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("action").GetString());
        Assert.Equal(["staff", "approved", "declined"], deeds);
        await stranger.GetAsync($"api/communities/{slug}/log").Refused(403, "forbidden");

        // To undo an approval puts the member out again.
        var approved = (await founder.Deed(slug, "approved")).GetProperty("number").GetString();
        await founder.Send($"{slug}/log/{approved}/undo", "{}").Ok(HttpStatusCode.NoContent);
        var standing = (await member.Get(slug)).GetProperty("standing");
        Assert.Equal((false, true), (standing.GetProperty("member").GetBoolean(), standing.GetProperty("asked").GetBoolean()));
    }

    [Fact]
    public async Task Who_was_let_in_and_made_staff_is_put_out_by_the_founder_alone_and_is_no_staff_any_more()
    {
        var (founder, doorman, other) = (await shared.Member(), await shared.Member(), await shared.Member());
        var (door, name) = (await SharedTown.Handle(doorman), await SharedTown.Handle(other));
        var slug = await founder.Found(""","joining":"approval" """);
        foreach (var (member, handle, right) in new[] { (doorman, door, "approve"), (other, name, "settings") })
        {
            await member.Join(slug).Ok(HttpStatusCode.Accepted);
            await founder.Put($"{slug}/invited/{handle}").Ok(HttpStatusCode.NoContent);
            await founder.Put($"{slug}/staff/{handle}", $$"""{"rights":["{{right}}"]}""").Ok(HttpStatusCode.NoContent);
        }

        var approved = (await founder.Deed(slug, "approved")).GetProperty("number").GetString();
        await doorman.Send($"{slug}/log/{approved}/undo", "{}").Refused(403, "forbidden");
        await founder.Send($"{slug}/log/{approved}/undo", "{}").Ok(HttpStatusCode.NoContent);
        await other.Json(HttpMethod.Patch, $"api/communities/{slug}", """{"title":"taken"}""").Refused(403, "forbidden");
    }

    [Fact]
    public async Task When_the_founder_leaves_the_longest_serving_moderator_is_at_the_head()
    {
        var (founder, moderator) = (await shared.Member(), await shared.Member());
        var slug = await founder.Found();
        await moderator.Join(slug).Ok(HttpStatusCode.NoContent);
        var name = await SharedTown.Handle(moderator);
        await founder.Put($"{slug}/staff/{name}", """{"rights":["remove"]}""").Ok(HttpStatusCode.NoContent);
        await founder.DeleteAsync($"api/follows/community:{slug}", TestContext.Current.CancellationToken).Ok(HttpStatusCode.NoContent);
        Assert.Equal(name, (await moderator.Get(slug)).GetProperty("founder").GetProperty("handle").GetString());
        Assert.True((await moderator.Get(slug)).GetProperty("standing").GetProperty("founder").GetBoolean());
    }

    [Fact]
    public async Task The_founder_hands_over_and_stays_among_the_staff()
    {
        var (founder, next) = (await shared.Member(), await shared.Member());
        var slug = await founder.Found();
        var name = await SharedTown.Handle(next);
        await founder.Put($"{slug}/founder/{name}").Refused(409, "conflict");
        await next.Join(slug).Ok(HttpStatusCode.NoContent);
        await next.Put($"{slug}/founder/{name}").Refused(403, "forbidden");
        await founder.Put($"{slug}/founder/{name}").Ok(HttpStatusCode.NoContent);
        Assert.True((await next.Get(slug)).GetProperty("standing").GetProperty("founder").GetBoolean());
        Assert.Equal(5, (await founder.Get(slug)).GetProperty("standing").GetProperty("rights").GetArrayLength());
    }

    [Fact]
    public async Task A_moderator_takes_the_head_when_the_founder_is_gone_and_not_before()
    {
        var (founder, moderator, member) = (await shared.Member(), await shared.Member(), await shared.Member());
        var slug = await founder.Found();
        await moderator.Join(slug).Ok(HttpStatusCode.NoContent);
        await member.Join(slug).Ok(HttpStatusCode.NoContent);
        await founder.Put($"{slug}/staff/{await SharedTown.Handle(moderator)}", """{"rights":["remove"]}""").Ok(HttpStatusCode.NoContent);
        await moderator.Send($"{slug}/founder", "{}").Refused(403, "forbidden");

        // The founder writes nothing for a long time: all that was written moves into the past.
        await Sql("update activities set author = -author where author = (select number from members where handle = @handle)", ("@handle", await SharedTown.Handle(founder)));
        await member.Send($"{slug}/founder", "{}").Refused(403, "forbidden");
        Assert.True((await moderator.Get(slug)).GetProperty("standing").GetProperty("mayClaim").GetBoolean());
        await moderator.Send($"{slug}/founder", "{}").Ok(HttpStatusCode.NoContent);
        Assert.Equal(await SharedTown.Handle(moderator), (await member.Get(slug)).GetProperty("founder").GetProperty("handle").GetString());
        Assert.Equal("handed-over", (await member.Get($"{slug}/log")).GetProperty("items")[0].GetProperty("action").GetString());
    }

    private async Task Sql(string sql, params (string Name, string Value)[] parameters)
    {
        await using var connection = new SqliteConnection(shared.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        await command.ExecuteNonQueryAsync();
    }
}
