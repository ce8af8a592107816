using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;

namespace OrleansMixi.Messages;

/// <summary>Short words for conversations over the API.</summary>
internal static class Talk
{
    /// <summary>Makes two members friends.</summary>
    public static async Task Befriend(HttpClient one, HttpClient other)
    {
        Assert.True((await one.PutAsync($"api/friends/{await SharedTown.Handle(other)}", null)).IsSuccessStatusCode);
        await other.PutAsync($"api/friends/{await SharedTown.Handle(one)}", null).Ok(HttpStatusCode.NoContent);
    }

    /// <summary>The conversation of two members.</summary>
    public static async Task<string> Open(this HttpClient one, HttpClient other) =>
        await (await one.Json(HttpMethod.Post, "api/messages", $$"""{"with":"{{await SharedTown.Handle(other)}}"}""")).Made();

    /// <summary>A group.</summary>
    public static async Task<string> Found(this HttpClient founder, string title, params HttpClient[] others)
    {
        var handles = new List<string>();
        foreach (var other in others)
        {
            handles.Add(await SharedTown.Handle(other));
        }

        return await (await founder.Json(HttpMethod.Post, "api/messages", JsonSerializer.Serialize(new { title, members = handles }))).Made();
    }

    public static Task<HttpResponseMessage> Say(this HttpClient author, string conversation, string text, string? key = null) =>
        author.Json(HttpMethod.Post, $"api/messages/{conversation}/messages", JsonSerializer.Serialize(new { text }), key);

    /// <summary>Sends, and answers the message's id.</summary>
    public static async Task<string> Said(this HttpClient author, string conversation, string text, string? key = null) =>
        await (await author.Say(conversation, text, key)).Made();

    /// <summary>What a participant reads, oldest first; what has no words shows its kind, what is unsent a dash.</summary>
    public static async Task<IReadOnlyList<string>> Reads(this HttpClient reader, string conversation) =>
        [.. (await reader.GetFromJsonAsync<JsonElement>($"api/messages/{conversation}/messages?limit=100")).GetProperty("items").EnumerateArray().Reverse().Select(Word)];

    /// <summary>The conversation as its reader sees it.</summary>
    public static Task<JsonElement> See(this HttpClient reader, string conversation) => reader.GetFromJsonAsync<JsonElement>($"api/messages/{conversation}");

    /// <summary>The ids of the reader's conversations.</summary>
    public static async Task<IReadOnlyList<string>> Conversations(this HttpClient reader) =>
        [.. (await reader.GetFromJsonAsync<JsonElement>("api/messages")).GetProperty("items").EnumerateArray().Select(Answers.Id)];

    public static async Task<int> Unread(this HttpClient reader) =>
        (await reader.GetFromJsonAsync<JsonElement>("api/messages/unread")).GetProperty("conversations").GetInt32();

    public static Task MarkRead(this HttpClient reader, string conversation, string message) =>
        reader.Json(HttpMethod.Put, $"api/messages/{conversation}/read", $$"""{"message":"{{message}}"}""").Ok(HttpStatusCode.NoContent);

    private static string Word(JsonElement message) =>
        message.GetProperty("unsent").ValueKind != JsonValueKind.Null ? "–"
        : message.GetProperty("text").GetString() ?? message.GetProperty("stamp").GetString() ?? message.GetProperty("kind").GetString()!;

    private static async Task<string> Made(this HttpResponseMessage answer)
    {
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).Id();
    }
}
