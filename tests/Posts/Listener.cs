using System.Text;
using OrleansMixi.Hosting;

namespace OrleansMixi.Posts;

/// <summary>Keeps everything that a live connection was told, as it came.</summary>
internal sealed class Listener
{
    private readonly StringBuilder _heard = new();
    private int _mark;

    /// <summary>What came since the last mark.</summary>
    public string Heard
    {
        get
        {
            lock (_heard)
            {
                return _heard.ToString(_mark, _heard.Length - _mark);
            }
        }
    }

    /// <summary>Reads Server-Sent Events until the connection ends; completes when it stands.</summary>
    public static async Task<Listener> Open(HttpClient client, string topics, CancellationToken ended)
    {
        var listener = new Listener();
        var response = await client.GetAsync($"api/stream?topics={topics}", HttpCompletionOption.ResponseHeadersRead, ended);
        Assert.True(response.IsSuccessStatusCode, $"{topics}: {(int)response.StatusCode}");
        var reader = new StreamReader(await response.Content.ReadAsStreamAsync(ended));
        listener.Hear((await reader.ReadLineAsync(ended))!);
        _ = listener.Read(reader, ended);
        return listener;
    }

    public void Hear(string told)
    {
        lock (_heard)
        {
            _heard.AppendLine(told);
        }
    }

    public void Mark()
    {
        lock (_heard)
        {
            _mark = _heard.Length;
        }
    }

    /// <summary>Waits until something was told since the mark.</summary>
    public Task Hears(string text) => Eventually.Holds(() => Task.FromResult(Heard.Contains(text, StringComparison.Ordinal)));

    private async Task Read(StreamReader reader, CancellationToken ended)
    {
        try
        {
            while (await reader.ReadLineAsync(ended) is { } line)
            {
                Hear(line);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or HttpRequestException)
        {
            // The connection is over.
            return;
        }
    }
}
