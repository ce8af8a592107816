namespace OrleansMixi.Towns;

/// <summary>What had to arrive, and what did.</summary>
internal sealed record ResultBooks(long Expected, long Delivered, long Filtered, long Pending, long Lost, long Duplicated, long OutOfOrder)
{
    public bool Balanced => Lost == 0 && Duplicated == 0 && OutOfOrder == 0 && Expected == Delivered + Filtered + Pending;
}
