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
    private readonly long[] _vector = [.. Enumerable.Range(0, 8).Select(queue => PostId.Compose(90_000_000_000L << 14, queue))];
    private LiveItem[] _items = [];
    private LiveFrame _frame;

    [GlobalSetup]
    public async Task Fill()
    {
        using var posts = await MicroPosts.Make();
        _items = [.. (await posts.Encode()).Take(Posts).Select(post => new LiveItem(post.Post.Id, post, [post.Topic]))];
        _frame = new(_items, 0, false, new Cursor(42, _vector).Encode());
    }

    [Benchmark(Description = "coalescer: 16 posts through a reader's queue")]
    public int Queue()
    {
        foreach (var item in _items)
        {
            _queue.Add([item], _vector);
        }

        return _queue.Take()!.Value.Items.Count;
    }

    [Benchmark(Description = "coalescer: a frame of 16 posts in JSON")]
    public int Json() => HubFrames.Encode("json", _frame).Length;

    [Benchmark(Description = "coalescer: a frame of 16 posts in MessagePack")]
    public int MessagePack() => HubFrames.Encode("messagepack", _frame).Length;
}
