using System.Collections.Concurrent;
using System.Text.Json;
using OrleansMixi.Hammer;
using OrleansMixi.Push;

namespace OrleansMixi.Town;

/// <summary>A member who listens live by Server-Sent Events, and notes which posts came and how often counts were told.</summary>
internal sealed class TownReader(int member, string topics, TownBooks books, PushLatencies frames) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<int> _posts = new();
    private int _updates;
    private int _gaps;

    public int Member => member;

    /// <summary>The numbers of the posts that came, in their order.</summary>
    public IReadOnlyCollection<int> Posts => _posts;

    /// <summary>Frames that told changed counts.</summary>
    public int Updates => Volatile.Read(ref _updates);

    /// <summary>Frames that said that something was left out.</summary>
    public int Gaps => Volatile.Read(ref _gaps);

    /// <summary>Connects, and completes when the server listens.</summary>
    public Task Open(HttpClient http, string token)
    {
        _ = Read(http, token);
        return _ready.Task.WaitAsync(Patience);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task Read(HttpClient http, string token)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"api/stream?topics={Uri.EscapeDataString(topics)}");
            request.Headers.Authorization = new("Bearer", token);
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _stop.Token);
            await using var stream = await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(_stop.Token);
            await foreach (var frame in SseFrames.Read(stream, _stop.Token))
            {
                _ready.TrySetResult();
                Take(frame);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or HttpRequestException or IOException)
        {
            // Closed; what is missing shows in the books.
            _ready.TrySetException(error);
        }
    }

    private void Take(SseFrame frame)
    {
        switch (frame.Event)
        {
            case "post":
                var now = PushClock.Microseconds;
                using (var data = JsonDocument.Parse(frame.Data))
                {
                    foreach (var item in data.RootElement.GetProperty("items").EnumerateArray())
                    {
                        Arrive(TownBooks.Number(item.GetProperty("post").GetProperty("text").GetString()), now);
                    }
                }

                break;
            case "update":
                Interlocked.Increment(ref _updates);
                break;
            case "gap" or "reset":
                Interlocked.Increment(ref _gaps);
                break;
            default:
                // Notices and beats.
                break;
        }
    }

    private void Arrive(int text, long now)
    {
        // Comments come to whoever follows a thread; they are looked at in the threads.
        if (books.Written.TryGetValue(text, out var written))
        {
            _posts.Enqueue(text);
            frames.Add(now - written.Due);
        }
    }
}
