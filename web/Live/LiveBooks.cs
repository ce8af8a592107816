using System.Diagnostics.Metrics;
using OrleansMixi.Log;

namespace OrleansMixi.Live;

/// <summary>The account of live delivery: watching = sent + filtered + gapped + pending + left (with a connection that ended).</summary>
internal sealed class LiveBooks : IDisposable
{
    private readonly Meter _meter;
    private readonly Histogram<double> _lag;
    private readonly TimeProvider _time;
    private long _watching;
    private long _sent;
    private long _filtered;
    private long _gapped;
    private long _left;

    public LiveBooks(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        _meter = meters.Create("OrleansMixi");
        Observe("mixi.live.expected", () => Watching, "Posts times readers that shards handed over");
        Observe("mixi.live.sent", () => Interlocked.Read(ref _sent), "Posts written to connections");
        Observe("mixi.live.filtered", () => Interlocked.Read(ref _filtered), "Posts that a reader may not or does not want to see, or had seen");
        Observe("mixi.live.gapped", () => Interlocked.Read(ref _gapped), "Posts that became part of a gap");
        Observe("mixi.live.left", () => Interlocked.Read(ref _left), "Posts that waited when their connection ended");
        _meter.CreateObservableGauge("mixi.live.pending", () => Pending, "{post}", "Posts that wait for their connection");
        _lag = _meter.CreateHistogram<double>("mixi.live.lag", "ms", "From the commit of a frame's oldest post to the hand-over of the frame to the connection");
    }

    /// <summary>Posts times readers.</summary>
    public long Watching => Interlocked.Read(ref _watching);

    /// <summary>Posts that wait for their connection.</summary>
    public long Pending => Watching - Interlocked.Read(ref _sent) - Interlocked.Read(ref _filtered) - Interlocked.Read(ref _gapped) - Interlocked.Read(ref _left);

    public void Expect(int posts) => Add(ref _watching, posts);

    /// <summary>A frame with posts was handed over; its oldest item tells the lag.</summary>
    public void Sent(int posts, long oldest)
    {
        if (posts > 0)
        {
            Interlocked.Add(ref _sent, posts);
            _lag.Record(_time.GetUtcNow().ToUnixTimeMilliseconds() - PostId.UnixMs(oldest));
        }
    }

    public void Filtered(int posts) => Add(ref _filtered, posts);

    public void Gapped(int posts) => Add(ref _gapped, posts);

    public void Left(int posts) => Add(ref _left, posts);

    public void Dispose() => _meter.Dispose();

    private static void Add(ref long sum, int posts)
    {
        if (posts > 0)
        {
            Interlocked.Add(ref sum, posts);
        }
    }

    private void Observe(string name, Func<long> value, string description) =>
        _meter.CreateObservableCounter(name, value, "{post}", description);
}
