using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OrleansMixi.Hosting;

namespace OrleansMixi.Api;

/// <summary>Short words for calling the API and reading its answers.</summary>
internal static class Answers
{
    public static Task<HttpResponseMessage> Json(this HttpClient client, HttpMethod method, string path, string json, string? key = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        // Like curl: with a large body ask first, so that a refusal is not lost in a broken pipe.
        request.Headers.ExpectContinue = json.Length > 1_000_000;
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        return client.SendAsync(request);
    }

    public static async Task<JsonElement> Post(this HttpClient client, string text, string more = "", string? key = null)
    {
        var answer = await client.Json(HttpMethod.Post, "api/posts", $$"""{"text":{{JsonSerializer.Serialize(text)}}{{more}}}""", key);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static async Task Ok(this Task<HttpResponseMessage> call, HttpStatusCode status)
    {
        var answer = await call;
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>Asserts a problem document with a code, and answers it.</summary>
    public static async Task<JsonElement> Refused(this Task<HttpResponseMessage> call, int status, string code)
    {
        var answer = await call;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"{(int)answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        return problem;
    }

    public static string Id(this JsonElement post) => post.GetProperty("id").GetString()!;

    public static string Text(this JsonElement post, string name) => post.GetProperty(name).GetString()!;

    /// <summary>What members wrote, as a list shows it; that somebody made friends is nothing written.</summary>
    public static async Task<IReadOnlyList<string>> Texts(this HttpClient client, string path) =>
        [.. (await client.GetFromJsonAsync<JsonElement>(path)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("post"))
            .Where(post => post.Text("kind") != "friendship").Select(post => post.Text("text"))];

    /// <summary>Waits until the home timeline shows these texts and no others; what others wrote comes with the stream.</summary>
    public static async Task Shows(this HttpClient client, params string[] texts)
    {
        IReadOnlyList<string> shown = [];
        await Eventually.Holds(
            async () => (shown = await client.Texts("api/timeline")).SequenceEqual(texts), () => $"Shown: {string.Join(" | ", shown)}\nExpected: {string.Join(" | ", texts)}");
    }
}
