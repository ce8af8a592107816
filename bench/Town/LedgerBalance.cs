namespace OrleansMixi.Town;

/// <summary>What had to be there, what is, and what is there more than once or for nobody's request.</summary>
internal readonly record struct LedgerBalance(long Expected, long Delivered, long Doubled)
{
    public static LedgerBalance operator +(LedgerBalance one, LedgerBalance other) =>
        new(one.Expected + other.Expected, one.Delivered + other.Delivered, one.Doubled + other.Doubled);
}
