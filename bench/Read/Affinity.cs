using System.Runtime.InteropServices;

namespace OrleansMixi.Read;

/// <summary>Work on a thread of its own that is kept to one processor.</summary>
internal static class Affinity
{
    public static Task<T> Run<T>(int processor, Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            var mask = 1UL << processor;
            _ = SetAffinity(0, sizeof(ulong), ref mask);
            try
            {
                done.SetResult(work());
            }
            catch (Exception error)
            {
                done.SetException(error);
            }
        }).Start();
        return done.Task;
    }

    [DllImport("libc", EntryPoint = "sched_setaffinity")]
    private static extern int SetAffinity(int thread, nint size, ref ulong mask);
}
