using System.Diagnostics;
using OrleansMixi.Log;
using OrleansMixi.Posts;

namespace OrleansMixi.Fanout;

/// <summary>Many authors who write at once, each waiting for the commit before the next post.</summary>
internal sealed class Writers(PostLog log, FanoutGraph graph)
{
    private static readonly ActivityBody Body = new(PostForm.Voice, null, "Sixty bytes of small talk about the weather at the harbour.", null, null);
    private readonly List<(int Author, long Id)>[] _written = [.. Enumerable.Range(0, Environment.ProcessorCount * 64).Select(_ => new List<(int, long)>())];

    /// <summary>All posts acknowledged so far.</summary>
    public IEnumerable<(int Author, long Id)> Written => _written.SelectMany(list => list);

    /// <summary>Writes for a time with so many at once; answers how many posts were acknowledged.</summary>
    public async Task<int> Write(int writers, double seconds)
    {
        var until = Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency);
        return (await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            var random = new Random(writer);
            var count = 0;
            for (; Stopwatch.GetTimestamp() < until; count++)
            {
                await Post(random);
            }

            return count;
        })))).Sum();
    }

    /// <summary>Writes one post of an author drawn at random.</summary>
    public async Task<long> Post(Random random)
    {
        var author = random.Next(1, graph.Authors + 1);
        var written = await log.Append(new(Log.ActivityKind.Post, author, author, Topic.User(author), Body: Body)) ?? throw new InvalidOperationException("A post without a key was refused.");
        var list = _written[author % _written.Length];
        lock (list)
        {
            list.Add((author, written.Header.Id));
        }

        return written.Header.Id;
    }
}
