using System.Diagnostics;
using OrleansMixi.Towns;

namespace OrleansMixi.Scale;

/// <summary>Fits the cost of posts over their followers; then members, queues and shards; last a post to very many in a whole town.</summary>
internal sealed class ScaleRun(ScaleOptions options, TextWriter notes)
{
    private const string PerDelivery = "ns per delivery";
    private const int Queues = 4, Shards = 16, Usual = 1_000;
    private static readonly int[] Followers = [10, 100, 1_000, 10_000, 100_000, 1_000_000];

    private readonly List<ResultRow> _rows = [];
    private readonly List<ResultBooks> _books = [];

    public async Task<Result> Run()
    {
        var clock = Stopwatch.StartNew();
        var (fit, costs) = Fit();
        Say(new("a: each post", "ns per post", Math.Round(fit.PerPost)));
        Say(new("b: each delivery", PerDelivery, Math.Round(fit.PerDelivery, 2)));
        foreach (var (followers, cost) in costs)
        {
            Say(new($"{followers:N0} followers", PerDelivery, Math.Round(fit.Delivery(followers, cost), 2)));
        }

        Say(new("from 1,000 followers up, b differs from the fit by at most", "%", Spread([.. costs.Where(cost => cost.Followers >= Usual).Select(cost => fit.Delivery(cost.Followers, cost.Cost))], fit.PerDelivery)));

        var members = new[] { 10_000, 100_000, options.Members }.Select(count => Beside($"{count:N0} members", count, Queues, Shards, fit)).ToList();
        Say(new("from 100,000 members up, b differs by at most", "%", Spread(members[1..], members[1])));
        foreach (var queues in new[] { 1, 16 })
        {
            Beside($"{queues} queues, 100,000 members", 100_000, queues, Shards, fit);
        }

        foreach (var shards in new[] { 4, 64 })
        {
            Beside($"{shards} shards, 100,000 members", 100_000, Queues, shards, fit);
        }

        var crowd = await new CrowdedTown(options, notes).Run();
        crowd.Rows!.ToList().ForEach(Say);
        _books.Add(crowd.Books!);
        var each = costs.Where(cost => cost.Followers >= Usual).Select(cost => fit.Delivery(cost.Followers, cost.Cost)).ToList();
        return new("scale", Math.Round(clock.Elapsed.TotalSeconds), options.Rounds, PerDelivery, Math.Round(fit.PerDelivery, 2), Math.Round(each.Min(), 2), Math.Round(each.Max(), 2))
        {
            LessIsBetter = true,
            LatencyMs = crowd.LatencyMs,
            Books = _books.Aggregate((sum, books) => new(
                sum.Expected + books.Expected, sum.Delivered + books.Delivered, 0, sum.Pending + books.Pending, sum.Lost + books.Lost, sum.Duplicated + books.Duplicated, 0)),
            Rows = _rows,
        };
    }

    private (CostFit Fit, IReadOnlyList<(int Followers, double Cost)> Costs) Fit()
    {
        var sizes = Followers.Where(followers => followers <= options.Members).ToArray();
        var town = new ShardTown(options.Members, Queues, Shards, sizes);
        notes.WriteLine($"{options.Members:N0} active timelines in {Shards} shards");
        var costs = Rounds(town, sizes);
        return (CostFit.Of(costs), costs);
    }

    private double Beside(string name, int members, int queues, int shards, CostFit fit)
    {
        var cost = Rounds(new ShardTown(members, queues, shards, Usual), [Usual])[0].Cost;

        // Each shard looks at each post.
        var delivery = (cost - (fit.PerPost * shards / Shards)) / Usual;
        Say(new(name, PerDelivery, Math.Round(delivery, 2)));
        return delivery;
    }

    private List<(int Followers, double Cost)> Rounds(ShardTown town, int[] sizes)
    {
        // The first look at code and memory is not measured.
        var rounds = Enumerable.Range(0, options.Rounds + 1)
            .Select(_ => sizes.Select(followers => town.NanosecondsPerPost(followers, options.Seconds)).ToArray()).Skip(1).ToList();
        _books.Add(town.Books);
        return [.. sizes.Select((followers, place) => (followers, Result.Median(rounds.Select(round => round[place]))))];
    }

    private void Say(ResultRow row)
    {
        _rows.Add(row);
        notes.WriteLine($"{row.Name}: {row.Value} {row.Unit}");
    }

    private static double Spread(IReadOnlyCollection<double> values, double middle) => Math.Round(100 * values.Max(value => Math.Abs((value / middle) - 1)));
}
