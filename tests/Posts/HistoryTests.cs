using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Communities;
using OrleansMixi.Hosting;

namespace OrleansMixi.Posts;

[Collection<TownCollection>]
public sealed class HistoryTests(SharedTown shared)
{
    [Fact]
    public async Task A_post_that_was_widened_shows_only_its_author_what_was_written_for_fewer()
    {
        using var taro = await shared.Member();
        using var friend = await shared.Member();
        using var stranger = shared.Town.Client();
        await taro.Befriend(friend);
        var path = $"api/posts/{(await taro.Post("first", ",\"audience\":\"me\"")).Id()}";
        foreach (var edit in new[] { """{"text":"for me"}""", """{"text":"for friends","audience":"friends"}""", """{"text":"for everyone","audience":"everyone"}""" })
        {
            await taro.Json(HttpMethod.Patch, path, edit).Ok(HttpStatusCode.OK);
        }

        await Eventually.Holds(async () => (await History(friend, path)).SequenceEqual(["for friends", "for everyone"]));
        Assert.Equal(["for everyone"], await History(stranger, path));
        Assert.Equal(["for me", "for friends", "for everyone"], await History(taro, path));
    }

    private static async Task<IReadOnlyList<string>> History(HttpClient reader, string path) =>
        [.. (await reader.GetFromJsonAsync<JsonElement>($"{path}/history")).EnumerateArray().Select(edit => edit.Text("text"))];
}
