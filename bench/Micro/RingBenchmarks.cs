using BenchmarkDotNet.Attributes;
using OrleansMixi.Log;
using OrleansMixi.Timelines;

namespace OrleansMixi.Micro;

/// <summary>Timelines of one shard of a town with a million members.</summary>
public class RingBenchmarks
{
    private const int Timelines = 62_500;
    private const int Followers = 4_096;
    private const int Capacity = 800;
    private const int Page = 40;

    private readonly RingTable _rings = new(Capacity, long.MaxValue);
    private readonly int[] _seats = new int[Followers];
    private readonly long[] _ids = new long[Followers];
    private readonly long[] _vector = [long.MaxValue];
    private long _head = 1L << 40;

    [GlobalSetup]
    public void Fill()
    {
        var history = Enumerable.Range(1, Capacity).Select(count => PostId.Compose(count, 0)).Reverse().ToArray();
        for (var seat = 0; seat < Timelines; seat++)
        {
            _rings.Fill(seat, _rings.Open(seat), history, more: true);
        }

        var random = new Random(1);
        for (var i = 0; i < Followers; i++)
        {
            _seats[i] = random.Next(Timelines);
        }
    }

    [Benchmark(Description = "ring: an id appended, of 62,500 timelines at random", OperationsPerInvoke = Followers)]
    public int Append()
    {
        Array.Fill(_ids, PostId.Compose(++_head, 0));
        return _rings.Add(_seats, _ids);
    }

    [Benchmark(Description = "ring: a page of 40 ids read")]
    public int Read() => _rings.Read(_seats[0], long.MaxValue, _vector, Page).Ids.Length;
}
