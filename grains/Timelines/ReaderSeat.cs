namespace OrleansMixi.Timelines;

/// <summary>A live reader in its seat of the <see cref="ReaderIndex"/>: what it watches, and the last turn in which it was found.</summary>
internal record struct ReaderSeat(ReaderKey Key, int Member, bool Home, long[] Topics)
{
    public int Turn { get; set; }
}
