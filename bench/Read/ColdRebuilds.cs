using System.Diagnostics;
using OrleansMixi.Hammer;
using OrleansMixi.Timelines;
using OrleansMixi.Towns;

namespace OrleansMixi.Read;

/// <summary>First pages of members who were away: each timeline is built from the database, one after the other.</summary>
internal sealed class ColdRebuilds(BenchTown town, ReadTown filled, int limit)
{
    /// <summary>How many of the first are not counted: they warm the program and the database's plans, not their own posts.</summary>
    private const int Warmup = 20;

    public async Task<(Percentiles LatencyMs, ResultBooks Books)> Measure()
    {
        var (times, books) = (new List<TimeSpan>(), new List<ResultBooks>());
        foreach (var (place, member) in filled.Cold.Index())
        {
            var start = Stopwatch.GetTimestamp();
            var page = await town.Grains.GetGrain<ITimelineShardGrain>(filled.Shape.ShardOf(member)).Page(new(member, null, long.MaxValue, limit, 0));
            if (place >= Warmup)
            {
                times.Add(Stopwatch.GetElapsedTime(start));
            }

            // The definition's query would warm what is measured if it came before.
            if (place % 10 == 0)
            {
                books.Add(PageAudit.Of(await filled.Timeline(member, limit), page.Ids));
            }
        }

        return (Percentiles.Of(times), PageAudit.Sum(books));
    }
}
