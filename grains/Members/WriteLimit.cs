namespace OrleansMixi.Members;

/// <summary>A sliding allowance: at most so many writes within a window, in two half windows, so that no clock edge doubles it.</summary>
internal sealed class WriteLimit(int limit, TimeSpan window, TimeProvider time)
{
    private readonly long _half = (long)(window.TotalSeconds / 2 * time.TimestampFrequency);
    private long _since = time.GetTimestamp();
    private int _present;
    private int _previous;

    /// <summary>Takes a place, or answers in how many seconds one may be free; 0 means taken.</summary>
    public int Take()
    {
        var now = time.GetTimestamp();
        var passed = (now - _since) / _half;
        if (passed > 0)
        {
            (_previous, _present) = (passed == 1 ? _present : 0, 0);
            _since += passed * _half;
        }

        if (_present + _previous < limit)
        {
            _present++;
            return 0;
        }

        return Math.Max(1, (int)Math.Ceiling((_since + _half - now) / (double)time.TimestampFrequency));
    }
}
