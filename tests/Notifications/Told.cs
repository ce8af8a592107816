using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Hosting;

namespace OrleansMixi.Notifications;

/// <summary>Reads what a member is told.</summary>
internal static class Told
{
    /// <summary>All notifications as <c>kind count unread</c>, newest first.</summary>
    public static async Task<IReadOnlyList<string>> Lines(this HttpClient client) =>
        [.. (await client.Items()).Select(item => $"{item.GetProperty("kind").GetString()} {item.GetProperty("count").GetInt32()}{(item.GetProperty("unread").GetBoolean() ? "" : " read")}")];

    public static async Task<IReadOnlyList<JsonElement>> Items(this HttpClient client, string query = "?limit=100") =>
        [.. (await client.GetFromJsonAsync<JsonElement>($"api/notifications{query}")).GetProperty("items").EnumerateArray()];

    public static async Task<int> Unread(this HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>("api/notifications/count")).GetProperty("unread").GetInt32();

    /// <summary>Waits until exactly these are there, newest first; the log's reader writes them a moment after the deed.</summary>
    public static async Task IsTold(this HttpClient client, params string[] lines)
    {
        IReadOnlyList<string> shown = [];
        await Eventually.Holds(async () => (shown = await client.Lines()).SequenceEqual(lines), () => $"Told: {string.Join(" | ", shown)}\nExpected: {string.Join(" | ", lines)}");
    }
}
