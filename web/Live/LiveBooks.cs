using System.Diagnostics.Metrics;

namespace OrleansMixi.Live;

/// <summary>The account of live delivery: watching = sent + filtered + gapped + pending + left (with a connection that ended).</summary>
internal sealed class LiveBooks : IDisposable
{
    private readonly Meter _meter;
    private long _watching;
    private long _sent;
    private long _filtered;
    private long _gapped;
    private long _left;

    public LiveBooks(IMeterFactory meters)
    {
        _meter = meters.Create("OrleansMixi");
        Observe("mixi.live.expected", () => Watching, "Posts times readers that shards handed over");
        Observe("mixi.live.sent", () => Interlocked.Read(ref _sent), "Posts written to connections");
        Observe("mixi.live.filtered", () => Interlocked.Read(ref _filtered), "Posts that a reader may not or does not want to see, or had seen");
        Observe("mixi.live.gapped", () => Interlocked.Read(ref _gapped), "Posts that became part of a gap");
        Observe("mixi.live.left", () => Interlocked.Read(ref _left), "Posts that waited when their connection ended");
        _meter.CreateObservableGauge("mixi.live.pending", () => Pending, "{post}", "Posts that wait for their connection");
        Lag = _meter.CreateHistogram<double>("mixi.live.lag", "ms", "From the commit of a post to its hand-over to the connection");
    }

    /// <summary>From commit to connection, in milliseconds.</summary>
    public Histogram<double> Lag { get; }

    /// <summary>Posts times readers.</summary>
    public long Watching => Interlocked.Read(ref _watching);

    /// <summary>Posts that wait for their connection.</summary>
    public long Pending => Watching - Interlocked.Read(ref _sent) - Interlocked.Read(ref _filtered) - Interlocked.Read(ref _gapped) - Interlocked.Read(ref _left);

    public void Expect(int posts) => Interlocked.Add(ref _watching, posts);

    public void Sent(int posts) => Interlocked.Add(ref _sent, posts);

    public void Filtered(int posts) => Interlocked.Add(ref _filtered, posts);

    public void Gapped(int posts) => Interlocked.Add(ref _gapped, posts);

    public void Left(int posts) => Interlocked.Add(ref _left, posts);

    public void Dispose() => _meter.Dispose();

    private void Observe(string name, Func<long> value, string description) =>
        _meter.CreateObservableCounter(name, value, "{post}", description);
}
