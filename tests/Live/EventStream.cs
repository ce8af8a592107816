using System.Net.Http.Headers;
using System.Text.Json;
using System.Threading.Channels;

namespace OrleansMixi.Live;

/// <summary>Reads a stream of Server-Sent Events: what came, in order, and where it stands.</summary>
internal sealed class EventStream : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly CancellationTokenSource _end = new();
    private readonly Channel<(string Event, string? Data, string? Id)> _frames = Channel.CreateUnbounded<(string, string?, string?)>();
    private readonly HttpResponseMessage _response;
    private readonly Task _reading;

    private EventStream(HttpResponseMessage response)
    {
        _response = response;
        _reading = Task.Run(Read);
    }

    /// <summary>The last cursor seen.</summary>
    public string? Cursor { get; private set; }

    /// <summary>Completes when the server ended the stream.</summary>
    public Task Ended => _reading;

    /// <summary>Opens a stream and waits for its first frame, which says that it stands.</summary>
    public static async Task<EventStream> Open(HttpClient client, string topics, string? lastEventId = null)
    {
        var stream = await Start(client, topics, lastEventId);
        if (lastEventId is null)
        {
            await stream.Next("");
        }

        return stream;
    }

    public static async Task<EventStream> Start(HttpClient client, string topics, string? lastEventId)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"api/stream?topics={topics}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (lastEventId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }

        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.True(response.IsSuccessStatusCode, await Failure(response));
        return new(response);
    }

    /// <summary>The next frame of a kind; frames without an event have the kind "". Beats and notices between are passed over.</summary>
    public async Task<JsonElement> Next(string kind)
    {
        while (true)
        {
            var (came, data) = await Take();
            if (came == kind)
            {
                return data;
            }

            Assert.True(came is "" or "notice", $"Expected '{kind}', but '{came}' came: {data}");
        }
    }

    /// <summary>The texts of so many new posts, in the order in which they came.</summary>
    public async Task<IReadOnlyList<string>> Texts(int count)
    {
        var texts = new List<string>();
        while (texts.Count < count)
        {
            texts.AddRange((await Next("post")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("post").GetProperty("text").GetString()!));
        }

        return texts;
    }

    /// <summary>The texts of so many new and edited posts, each kind in the order in which it came; the two kinds may come mixed.</summary>
    public async Task<(IReadOnlyList<string> Posts, IReadOnlyList<string> Updates)> Heard(int count)
    {
        var (posts, updates) = (new List<string>(), new List<string>());
        while (posts.Count + updates.Count < count)
        {
            var (kind, data) = await Take();
            switch (kind)
            {
                case "post":
                    posts.AddRange(data.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("post").GetProperty("text").GetString()!));
                    break;
                case "update":
                    updates.AddRange(data.GetProperty("updates").EnumerateArray().Select(post => post.GetProperty("text").GetString()!));
                    break;
                default:
                    Assert.True(kind is "" or "notice", kind);
                    break;
            }
        }

        return (posts, updates);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _response.Dispose();
        await _reading;
        _end.Dispose();
    }

    private async Task<(string Kind, JsonElement Data)> Take()
    {
        using var deadline = new CancellationTokenSource(Patience);
        var frame = await _frames.Reader.ReadAsync(deadline.Token);
        Cursor = frame.Id ?? Cursor;
        return (frame.Event, frame.Data is null ? default : JsonDocument.Parse(frame.Data).RootElement);
    }

    private static async Task<string> Failure(HttpResponseMessage response) =>
        response.IsSuccessStatusCode ? "" : $"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}";

    private async Task Read()
    {
        try
        {
            using var reader = new StreamReader(await _response.Content.ReadAsStreamAsync(_end.Token));
            var (kind, data, id) = ("", (string?)null, (string?)null);
            while (await reader.ReadLineAsync(_end.Token) is { } line)
            {
                switch (line.Split(": ", 2))
                {
                    case ["event", var value]:
                        kind = value;
                        break;
                    case ["data", var value]:
                        data = value;
                        break;
                    case ["id", var value]:
                        id = value;
                        break;
                    default:
                        _frames.Writer.TryWrite((kind, data, id));
                        (kind, data, id) = ("", null, null);
                        break;
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or HttpRequestException)
        {
            // The connection is over, one way or the other.
            _frames.Writer.TryComplete();
            return;
        }

        _frames.Writer.TryComplete();
    }
}
