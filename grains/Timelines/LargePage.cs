using System.Runtime.InteropServices;

namespace OrleansMixi.Timelines;

/// <summary>
/// Memory outside the managed heap, on Linux in pages of 2 MB where the kernel has them: at random over gigabytes, the
/// walk from address to small page costs more than the memory itself.
/// </summary>
internal static unsafe partial class LargePage
{
    private const int Alignment = 1 << 21;
    private const int HugePage = 14;

    /// <summary>Takes memory; with <paramref name="whole"/> all of it is going to be used.</summary>
    public static void* Allocate(int bytes, bool whole)
    {
        var memory = NativeMemory.AlignedAlloc((nuint)bytes, Alignment);
        if (whole && OperatingSystem.IsLinux())
        {
            // A wish: without it everything works, slower.
            _ = Advise(memory, (nuint)bytes, HugePage);
        }

        return memory;
    }

    /// <summary>Gives memory back.</summary>
    public static void Free(void* memory) => NativeMemory.AlignedFree(memory);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* address, nuint length, int advice);
}
