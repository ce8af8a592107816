using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using OrleansMixi.Timelines;

namespace OrleansMixi;

/// <summary>The books of the timelines as metrics: followers = appended + merged + cold, per shard.</summary>
public sealed class MixiMetrics : IDisposable
{
    /// <summary>The meter's name, for exporters.</summary>
    public const string MeterName = "OrleansMixi";

    private readonly Meter _meter;
    private readonly ConcurrentDictionary<TimelineBook, (int Shard, GatewayTable Gateways)> _books = new();

    public MixiMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        Observe("mixi.timeline.followers", "{delivery}", "Posts times followers", (book, _) => book.Books.Followers);
        Observe("mixi.timeline.appended", "{delivery}", "Ids appended to active timelines", (book, _) => book.Books.Appended);
        Observe("mixi.timeline.merged", "{delivery}", "Followers who find a post in the ring of a topic with very many", (book, _) => book.Books.Merged);
        Observe("mixi.timeline.cold", "{delivery}", "Followers without an active timeline", (book, _) => book.Books.Cold);
        Observe("mixi.live.watching", "{delivery}", "Posts times live readers they concern", (_, gateways) => gateways.Watching);
        _meter.CreateObservableGauge("mixi.timeline.active", () => _books.Select(pair => new Measurement<int>(pair.Key.Active, Tag(pair.Value.Shard))), "{timeline}", "Active timelines");
        _meter.CreateObservableGauge("mixi.timeline.edges", () => _books.Select(pair => new Measurement<long>(pair.Key.Edges, Tag(pair.Value.Shard))), "{edge}", "Edges in memory");
    }

    public void Dispose() => _meter.Dispose();

    internal void Watch(int shard, TimelineBook book, GatewayTable gateways) => _books[book] = (shard, gateways);

    internal void Forget(TimelineBook book) => _books.TryRemove(book, out _);

    private static KeyValuePair<string, object?> Tag(int shard) => new("mixi.shard", shard);

    private void Observe(string name, string unit, string description, Func<TimelineBook, GatewayTable, long> value) =>
        _meter.CreateObservableCounter(
            name, () => _books.Select(pair => new Measurement<long>(value(pair.Key, pair.Value.Gateways), Tag(pair.Value.Shard))), unit, description);
}
