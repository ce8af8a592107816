using System.Runtime.InteropServices;
using OrleansMixi.Push;

namespace OrleansMixi.EndToEnd;

/// <summary>Calls at even distances of time from a thread of its own; whoever is called late is told when it was due.</summary>
internal static class Schedule
{
    public static Task Keep(int perSecond, double seconds, Action<long> due)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                var (start, calls) = (PushClock.Microseconds, (long)(perSecond * seconds));
                for (var call = 0L; call < calls; call++)
                {
                    var at = start + (call * 1_000_000 / perSecond);

                    // The runtime sleeps in whole milliseconds: too coarse for what takes few of them.
                    while (at - PushClock.Microseconds is > 0 and var early)
                    {
                        _ = Sleep((uint)early);
                    }

                    due(at);
                }

                done.SetResult();
            }
            catch (Exception error)
            {
                done.SetException(error);
            }
        }).Start();
        return done.Task;
    }

    [DllImport("libc", EntryPoint = "usleep")]
    private static extern int Sleep(uint microseconds);
}
