using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace OrleansMixi.Media;

/// <summary>Short words for sending pictures.</summary>
internal static class Uploads
{
    /// <summary>Sends a file as a form.</summary>
    public static Task<HttpResponseMessage> Send(this HttpClient client, byte[] file, string name = "photo.jpg", string alt = "") =>
        client.PostAsync("api/media", new MultipartFormDataContent { { Content(file, "image/jpeg"), "file", name }, { new StringContent(alt), "alt" } });

    /// <summary>Sends the bare file.</summary>
    public static Task<HttpResponseMessage> SendBare(this HttpClient client, byte[] file, string type = "image/jpeg", string query = "") =>
        client.PostAsync($"api/media{query}", Content(file, type));

    /// <summary>Keeps a picture and answers what the server says of it.</summary>
    public static async Task<JsonElement> Keep(this HttpClient client, byte[] file, string alt = "")
    {
        var answer = await client.Send(file, alt: alt);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static Task<byte[]> Bytes(this HttpClient client, string path) => client.GetByteArrayAsync(path.TrimStart('/'));

    public static async Task<HttpStatusCode> Status(this HttpClient client, string path) => (await client.GetAsync(path.TrimStart('/'))).StatusCode;

    public static async Task<long> Used(this HttpClient client) => (await client.GetFromJsonAsync<JsonElement>("api/media")).GetProperty("used").GetInt64();

    private static ByteArrayContent Content(byte[] file, string type)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return content;
    }
}
