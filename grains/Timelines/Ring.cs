namespace OrleansMixi.Timelines;

/// <summary>
/// The head of one timeline: the newest ids, rising, in chunks of the shard's <see cref="ChunkSlab"/>. All chunks but the
/// newest are full. Half a line of memory, so that a shard's heads stay close to the processor.
/// </summary>
internal struct Ring
{
    /// <summary>The highest id.</summary>
    public long Last;

    /// <summary>Chunk of the highest ids.</summary>
    public int Newest;

    /// <summary>Chunk of the lowest ids.</summary>
    public int Oldest;

    /// <summary>Ids held.</summary>
    public int Count;

    /// <summary>Tells one opening of the timeline from the next.</summary>
    public int Opening;

    /// <summary>Ids that still fit into the newest chunk; 0 as long as the timeline is not active.</summary>
    public byte Room;

    /// <summary>What is known of it.</summary>
    public RingMarks Marks;

    /// <summary>Whether all marks are set.</summary>
    public readonly bool Is(RingMarks marks) => (Marks & marks) == marks;
}
