namespace OrleansMixi.Live;

/// <summary>Lets readers rest a tick between two frames: one timer for all of them, because they rest all the same time.</summary>
internal sealed class FramePacer(LiveOptions options, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Queue<(LiveReader Reader, long Since)> _resting = new();
    private readonly List<LiveReader> _rested = [];
    private readonly TimeSpan _slack = options.Tick / 8;
    private bool _runs;

    /// <summary>Lets a reader go on after a tick. Nobody waits for the rest: what comes meanwhile shares the next frame.</summary>
    public void Rest(LiveReader reader)
    {
        lock (_lock)
        {
            _resting.Enqueue((reader, time.GetTimestamp()));
            if (_runs)
            {
                return;
            }

            _runs = true;
        }

        _ = Run();
    }

    private async Task Run()
    {
        // Not on the caller's back: it has other readers to serve.
        while (Rested() is { } rest)
        {
            foreach (var reader in _rested)
            {
                reader.Step();
            }

            _rested.Clear();
            await Task.Delay(rest, time).ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        }
    }

    /// <summary>Collects who has rested long enough; answers how long the next has to rest, null if nobody rests.</summary>
    private TimeSpan? Rested()
    {
        lock (_lock)
        {
            while (_resting.TryPeek(out var next))
            {
                var rest = options.Tick - time.GetElapsedTime(next.Since);
                if (rest > _slack)
                {
                    return rest;
                }

                _rested.Add(_resting.Dequeue().Reader);
            }

            _runs = _rested.Count > 0;
            return _runs ? TimeSpan.Zero : null;
        }
    }
}
