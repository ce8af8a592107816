using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace OrleansMixi.Live;

/// <summary>Collects frames for one polling answer.</summary>
internal sealed class PollTransport : ILiveTransport
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _something = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<LiveItem> _items = [];
    private int _gap;
    private bool _reset;
    private LivePosition? _position;

    public ValueTask Send(LiveFrame frame)
    {
        lock (_lock)
        {
            _items.AddRange(frame.Items.AsSpan());
            _gap += frame.Gap;
            _reset |= frame.Reset;
            _position = frame.Position;
        }

        if (frame.Items.Count > 0 || frame.Gap > 0 || frame.Reset)
        {
            _something.TrySetResult();
        }

        return ValueTask.CompletedTask;
    }

    public void Close(string code) => _something.TrySetResult();

    /// <summary>Waits until there is something to tell, or the time is over.</summary>
    public async Task Something(TimeSpan wait, CancellationToken cancellationToken)
    {
        try
        {
            await _something.Task.WaitAsync(wait, cancellationToken);
        }
        catch (TimeoutException)
        {
            return;
        }
    }

    public string Answer()
    {
        lock (_lock)
        {
            var messages = new FrameMessages(CollectionsMarshal.AsSpan(_items));
            var posts = new ArrayBufferWriter<byte>();
            FrameJson.Posts(posts, messages.Posts, null);
            var changes = new ArrayBufferWriter<byte>();
            FrameJson.Changed(changes, messages.Changes, _position);

            // {"items":[…],"cursor":null} and {"updates":…,"deletes":…,"cursor":…} become one object.
            var first = Encoding.UTF8.GetString(posts.WrittenSpan)[..^",\"cursor\":null}".Length];
            return $"{first},\"notices\":{System.Text.Json.JsonSerializer.Serialize(messages.Notices)},\"gap\":{_gap},\"reset\":{(_reset ? "true" : "false")},{Encoding.UTF8.GetString(changes.WrittenSpan)[1..]}";
        }
    }
}
