using BenchmarkDotNet.Attributes;
using OrleansMixi.Live;
using OrleansMixi.Log;

namespace OrleansMixi.Micro;

/// <summary>What waits for one reader, joined into one frame.</summary>
public class CoalescerBenchmarks
{
    private const int Posts = 16;
    private const int Capacity = 256;

    private readonly ReaderQueue _queue = new(Capacity);
    private readonly FrameBuffer _bytes = new();
    private readonly LivePosition _position = new(42, [.. Enumerable.Range(0, 8).Select(queue => PostId.Compose(90_000_000_000L << 14, queue))]);
    private LiveItem[] _items = [];
    private LiveFrame _frame;

    [GlobalSetup]
    public async Task Fill()
    {
        using var posts = await MicroPosts.Make();
        _items = [.. (await posts.Encode()).Take(Posts).Select(post => new LiveItem(post.Post.Id, post, post.Reasons))];
        _frame = new(_items, 0, false, _position);
    }

    [Benchmark(Description = "coalescer: 16 posts through a reader's queue")]
    public int Queue()
    {
        for (var i = 0; i < _items.Length; i++)
        {
            _queue.Stage(_items.AsSpan(i, 1));
            _queue.Commit(_position);
        }

        _ = _queue.TryTake(out var frame);
        ReaderQueue.Return(frame);
        return frame.Items.Count;
    }

    [Benchmark(Description = "coalescer: a frame of 16 posts in JSON")]
    public int Json() => Encode("json");

    [Benchmark(Description = "coalescer: a frame of 16 posts in MessagePack")]
    public int MessagePack() => Encode("messagepack");

    private int Encode(string protocol)
    {
        HubFrames.Encode(_bytes, protocol, _frame);
        var length = _bytes.Written.Length;
        _bytes.Return();
        return length;
    }
}
