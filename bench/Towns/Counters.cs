using System.Diagnostics.Metrics;

namespace OrleansMixi.Towns;

/// <summary>Reads the town's own metrics, as an operator would.</summary>
internal sealed class Counters : IDisposable
{
    private readonly Dictionary<string, long> _sums = [];
    private readonly MeterListener _listener = new();

    public Counters()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == MixiMetrics.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => _sums[instrument.Name] = _sums.GetValueOrDefault(instrument.Name) + value);
        _listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => _sums[instrument.Name] = _sums.GetValueOrDefault(instrument.Name) + value);
        _listener.Start();
    }

    /// <summary>The present sum over all shards.</summary>
    public long Read(string name)
    {
        _sums.Clear();
        _listener.RecordObservableInstruments();
        return _sums.GetValueOrDefault(name);
    }

    public void Dispose() => _listener.Dispose();
}
