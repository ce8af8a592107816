namespace OrleansMixi.Hammer;

/// <summary>Time since posting started, monotonic.</summary>
internal sealed class RunClock(TimeProvider time)
{
    private long _start = time.GetTimestamp();

    public TimeProvider Time => time;

    public TimeSpan Now => time.GetElapsedTime(Interlocked.Read(ref _start));

    /// <summary>Makes this moment the start.</summary>
    public void Restart() => Interlocked.Exchange(ref _start, time.GetTimestamp());
}
