using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;

namespace OrleansMixi.Communities;

/// <summary>Short words for founding communities and calling them.</summary>
internal static class Rooms
{
    private static int _made;

    /// <summary>Founds a community and answers its slug.</summary>
    public static async Task<string> Found(this HttpClient founder, string more = "", string title = "部屋")
    {
        var slug = $"room{Interlocked.Increment(ref _made)}";
        await founder.Json(HttpMethod.Post, "api/communities", $$"""{"slug":"{{slug}}","title":{{JsonSerializer.Serialize(title)}}{{more}}}""").Ok(HttpStatusCode.Created);
        return slug;
    }

    public static Task<HttpResponseMessage> Join(this HttpClient member, string slug) => member.PutAsync($"api/follows/community:{slug}", null);

    public static Task<HttpResponseMessage> Put(this HttpClient member, string path, string json = "") =>
        json.Length == 0 ? member.PutAsync($"api/communities/{path}", null) : member.Json(HttpMethod.Put, $"api/communities/{path}", json);

    public static Task<HttpResponseMessage> Undo(this HttpClient member, string path) => member.DeleteAsync($"api/communities/{path}");

    public static Task<HttpResponseMessage> Send(this HttpClient member, string path, string json) => member.Json(HttpMethod.Post, $"api/communities/{path}", json);

    public static Task<JsonElement> Get(this HttpClient member, string path) => member.GetFromJsonAsync<JsonElement>($"api/communities/{path}");

    public static async Task<JsonElement> Made(this Task<HttpResponseMessage> call)
    {
        var answer = await call;
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static IEnumerable<string> Slugs(this JsonElement list) => list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("slug").GetString()!);

    /// <summary>The newest entry of the book with an action.</summary>
    public static async Task<JsonElement> Deed(this HttpClient member, string slug, string action) =>
        (await member.Get($"{slug}/log")).GetProperty("items").EnumerateArray().First(item => item.GetProperty("action").GetString() == action);

    public static async Task Befriend(this HttpClient one, HttpClient other)
    {
        await one.PutAsync($"api/friends/{await SharedTown.Handle(other)}", null).Ok(HttpStatusCode.Accepted);
        await other.PutAsync($"api/friends/{await SharedTown.Handle(one)}", null).Ok(HttpStatusCode.NoContent);
    }
}
