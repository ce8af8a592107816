using BenchmarkDotNet.Attributes;
using OrleansMixi.Posts;
using OrleansMixi.Timelines;

namespace OrleansMixi.Micro;

/// <summary>Who follows whom in one shard: 62,500 members, 10,000 authors with 25 followers here and one with 28,750.</summary>
public class AudienceBenchmarks
{
    private const int Members = 62_500;
    private const int Authors = 10_000;
    private const int Followers = 25;
    private const int Largest = 28_750;

    private readonly AudienceIndex _audience = new();
    private readonly int[] _seats = new int[Largest];
    private int _turn;

    [GlobalSetup]
    public void Fill()
    {
        for (var author = 1; author <= Authors; author++)
        {
            Follow(author, Followers);
        }

        Follow(Authors + 1, Largest);
    }

    [Benchmark(Description = "audience: a follower found, of 25", OperationsPerInvoke = Followers)]
    public int Few() => Copy((++_turn % Authors) + 1);

    [Benchmark(Description = "audience: a follower found, of 28,750", OperationsPerInvoke = Largest)]
    public int Many() => Copy(Authors + 1);

    [Benchmark(Description = "audience: a follow and an unfollow among 25")]
    public bool Change()
    {
        var topic = Topic.User((++_turn % Authors) + 1).Value;
        return _audience.Add(Members - 1, topic) && _audience.Remove(Members - 1, topic);
    }

    private int Copy(int author) => _audience.CopyFollowers(_audience.Find(Topic.User(author).Value), _seats);

    private void Follow(int author, int followers)
    {
        var random = new Random(author);
        foreach (var seat in Enumerable.Range(0, followers).Select(_ => random.Next(Members - 1)).Distinct().Order())
        {
            _audience.Add(seat, Topic.User(author).Value);
        }

        // The benchmarks divide by full numbers.
        for (var seat = 0; _audience.Count(_audience.Find(Topic.User(author).Value)) < followers; seat++)
        {
            _audience.Add(seat, Topic.User(author).Value);
        }
    }
}
