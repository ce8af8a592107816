using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OrleansMixi.Hosting;

namespace OrleansMixi.Archive;

/// <summary>Short words for making, sending and opening archives.</summary>
internal static class Archives
{
    /// <summary>A member's archive, made and fetched.</summary>
    public static async Task<byte[]> Export(this HttpClient client)
    {
        var begun = await client.PostAsync("api/me/archive", null);
        Assert.True(begun.StatusCode == HttpStatusCode.Accepted, await begun.Content.ReadAsStringAsync());
        var state = await client.Ended("export");
        Assert.True(state.GetProperty("state").GetString() == "done", state.ToString());
        return await client.GetByteArrayAsync("api/me/archive/download");
    }

    /// <summary>Sends an archive and answers how its import ended.</summary>
    public static async Task<JsonElement> Import(this HttpClient client, byte[] file, string type = "application/zip")
    {
        var sent = await client.Send(file, type);
        Assert.True(sent.StatusCode == HttpStatusCode.Accepted, await sent.Content.ReadAsStringAsync());
        return await client.Ended("import");
    }

    public static Task<HttpResponseMessage> Send(this HttpClient client, byte[] file, string type = "application/zip")
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return client.PostAsync("api/me/archive/import", content);
    }

    /// <summary>Waits until the newest export or import has ended.</summary>
    public static async Task<JsonElement> Ended(this HttpClient client, string which)
    {
        JsonElement state = default;
        await Eventually.Holds(async () =>
            (state = (await client.GetFromJsonAsync<JsonElement>("api/me/archive")).GetProperty(which)).GetProperty("state").GetString() is "done" or "failed");
        return state;
    }

    /// <summary>How many of an ended import's lines were what.</summary>
    public static (int Added, int Present, int Kept, int Skipped, int Refused) Counts(this JsonElement import) => (
        import.GetProperty("added").GetInt32(), import.GetProperty("present").GetInt32(), import.GetProperty("kept").GetInt32(),
        import.GetProperty("skipped").GetInt32(), import.GetProperty("refused").GetInt32());

    /// <summary>A zip file of these files.</summary>
    public static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var file = zip.CreateEntry(name).Open();
                file.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>An archive of the project's format with these files.</summary>
    public static byte[] Made(params (string Name, string Text)[] files) =>
        Zip([("archive.json", """{"format":"orleansmixi-archive","version":1,"handle":"somebody","files":[]}"""), .. files]);

    /// <summary>A file of an archive.</summary>
    public static string File(this byte[] archive, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>The line of a voice.</summary>
    public static string Voice(string id, string published, string text, string audience = "everyone") =>
        $$"""{"type":"Note","id":"{{id}}","published":"{{published}}","kind":"voice","audience":"{{audience}}","content":{{JsonSerializer.Serialize(text)}}}""";

    /// <summary>Texts of a feed with their dates, newest first.</summary>
    public static async Task<IReadOnlyList<(string Published, string Text)>> Feed(this HttpClient client, string topic) =>
        [.. (await client.GetFromJsonAsync<JsonElement>($"api/feeds/{topic}?limit=100")).GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("post"))
            .Select(post => (post.GetProperty("published").GetString()!, post.GetProperty("text").GetString()!))];
}
