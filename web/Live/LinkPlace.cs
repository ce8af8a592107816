namespace OrleansMixi.Live;

/// <summary>Where a link stands: everything of its shard up to here was handed to its readers.</summary>
internal sealed class LinkPlace(LivePosition position)
{
    private LivePosition _position = position;

    /// <summary>Moved only after the readers got what leads to it.</summary>
    public LivePosition Position
    {
        get => Volatile.Read(ref _position);
        set => Volatile.Write(ref _position, value);
    }
}
