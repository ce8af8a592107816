namespace OrleansMixi.Timelines;

/// <summary>Arrays whose index is a dense number; they grow with the largest.</summary>
internal static class Dense
{
    /// <summary>The place of an index, making room for it.</summary>
    public static ref T At<T>(ref T[] items, int index)
    {
        if (index >= items.Length)
        {
            Array.Resize(ref items, Math.Max(index + 1, items.Length + (items.Length / 4)));
        }

        return ref items[index];
    }
}
