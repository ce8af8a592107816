using BenchmarkDotNet.Attributes;
using OrleansMixi.Live;
using OrleansMixi.Log;

namespace OrleansMixi.Micro;

/// <summary>The cursor of a town with eight queues, as every frame carries one.</summary>
public class CursorBenchmarks
{
    private readonly Cursor _cursor = new(42, [.. Enumerable.Range(0, 8).Select(queue => PostId.Compose(90_000_000_000L << 14, queue))]);
    private readonly long[] _heads = [.. Enumerable.Repeat(long.MaxValue, 8)];
    private string _text = "";

    [GlobalSetup]
    public void Write() => _text = _cursor.Encode();

    [Benchmark(Description = "cursor: to text")]
    public string Encode() => _cursor.Encode();

    [Benchmark(Description = "cursor: from text and checked")]
    public bool Decode() => Cursor.TryDecode(_text, out var cursor) && cursor.Fits(42, _heads);
}
