namespace OrleansMixi.Hammer;

/// <summary>What a run found. Rates and times are of the measured part, the books of all.</summary>
internal sealed record Report(
    string Name,
    double Seconds,
    double PostsPerSecond,
    double DeliveriesPerSecond,
    Percentiles Ack,
    Percentiles Latency,
    Tally Books,
    int Unanswered,
    int Cuts,
    int Breaks,
    IReadOnlyList<string> Faults)
{
    /// <summary>Sums up a finished run.</summary>
    public static Report Of(HammerOptions options, Books books, int unanswered, IReadOnlyCollection<LiveReader> readers)
    {
        var posts = books.Posts().Where(post => post.Measured).ToArray();
        var deliveries = books.Deliveries().Where(delivery => delivery.Post.Measured).ToArray();
        return new(
            $"hammer-{options.Transport}".ToLowerInvariant(),
            options.Seconds,
            Rate(posts.Select(post => post.Acknowledged)),
            Rate(deliveries.Select(delivery => delivery.At)),
            Percentiles.Of(posts.Select(post => post.Acknowledged - post.Due)),
            Percentiles.Of(deliveries.Select(delivery => delivery.At - delivery.Post.Due)),
            books.Tally(),
            unanswered,
            readers.Sum(reader => reader.Cuts),
            readers.Sum(reader => reader.Breaks),
            books.Faults());

        // A server that falls behind finishes late: what came after the end lengthens the time it is divided by.
        double Rate(IEnumerable<TimeSpan> ends)
        {
            var (count, last) = ends.Aggregate((Count: 0, Last: TimeSpan.Zero), (sum, end) => (sum.Count + 1, end > sum.Last ? end : sum.Last));
            return Math.Round(count / Math.Max(options.Seconds, last.TotalSeconds - options.Warmup), 1);
        }
    }
}
