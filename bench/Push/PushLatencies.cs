using OrleansMixi.Hammer;

namespace OrleansMixi.Push;

/// <summary>Counts latencies in steps of a tenth of a millisecond up to a minute; safe from any thread.</summary>
internal sealed class PushLatencies
{
    private const int StepMicroseconds = 100;
    private readonly int[] _steps = new int[600_000];

    public void Add(long microseconds) =>
        Interlocked.Increment(ref _steps[Math.Clamp(microseconds / StepMicroseconds, 0, _steps.Length - 1)]);

    public void Clear() => Array.Clear(_steps);

    public Percentiles Percentiles()
    {
        var total = _steps.Sum(step => (long)step);
        return new(At(0.5), At(0.99), At(0.999));

        double At(double part)
        {
            var (left, step) = ((long)Math.Ceiling(part * total), 0);
            while (step < _steps.Length - 1 && (left -= _steps[step]) > 0)
            {
                step++;
            }

            return (step + 1) * StepMicroseconds / 1_000d;
        }
    }
}
