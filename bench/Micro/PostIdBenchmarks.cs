using BenchmarkDotNet.Attributes;
using OrleansMixi.Log;

namespace OrleansMixi.Micro;

/// <summary>An id made from a queue's head, and as clients see it.</summary>
public class PostIdBenchmarks
{
    private const long Head = 90_000_000_000L << 14;
    private static readonly string Text = PostId.Format(PostId.Compose(Head, 5));
    private long _turn;

    [Benchmark(Description = "id: composed")]
    public long Compose() => PostId.Compose(Head + ++_turn, 5);

    [Benchmark(Description = "id: to text")]
    public string Format() => PostId.Format(PostId.Compose(Head + ++_turn, 5));

    [Benchmark(Description = "id: from text")]
    public bool Parse() => PostId.TryParse(Text, out _turn);
}
