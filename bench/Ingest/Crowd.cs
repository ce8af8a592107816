using System.Diagnostics;
using OrleansMixi.Members;

namespace OrleansMixi.Ingest;

/// <summary>Authors who write through their grains, at once or on schedule.</summary>
internal sealed class Crowd(IGrainFactory grains, int members)
{
    private readonly CrowdAuthor[] _authors = [.. Enumerable.Range(1, members).Select(number => new CrowdAuthor(grains.GetGrain<IUserGrain>(number), number))];

    public IReadOnlyList<CrowdAuthor> Authors => _authors;

    /// <summary>So many authors at once, each writing again as soon as the last post is acknowledged; answers posts per second.</summary>
    public async Task<(double Rate, IReadOnlyList<TimeSpan> Taken)> Write(int authors, double seconds)
    {
        var clock = Stopwatch.StartNew();
        var taken = await Task.WhenAll(_authors.Take(authors).Select(author => Task.Run(async () =>
        {
            var taken = new List<TimeSpan>();
            while (clock.Elapsed.TotalSeconds < seconds)
            {
                taken.Add(await author.Post(Stopwatch.GetTimestamp()));
            }

            return taken;
        })));
        var all = taken.SelectMany(times => times).ToList();
        return (all.Count / clock.Elapsed.TotalSeconds, all);
    }

    /// <summary>All authors in turn, each post when it is due, whatever became of those before; times count from then.</summary>
    public async Task<(double Rate, IReadOnlyList<TimeSpan> Taken)> WriteOnSchedule(int rate, double seconds)
    {
        var posts = new List<Task<TimeSpan>>();
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) is { TotalSeconds: var now } && now < seconds)
        {
            while (posts.Count < now * rate)
            {
                var due = start + (long)((double)posts.Count / rate * Stopwatch.Frequency);
                posts.Add(_authors[posts.Count % _authors.Length].Post(due));
            }

            await Task.Delay(1);
        }

        var taken = await Task.WhenAll(posts);
        return (taken.Length / Stopwatch.GetElapsedTime(start).TotalSeconds, taken);
    }
}
