namespace OrleansMixi.Archive;

/// <summary>What one archive may still unpack, over all its files: what directories say is not believed.</summary>
internal sealed class UnpackBudget(long unpacked, int ratio)
{
    private const long Small = 1_000_000;
    private long _left = unpacked;

    /// <summary>Counts bytes that came out of a file of so many packed bytes.</summary>
    public void Spend(int count, long ofFile, long packed)
    {
        _left -= count;
        if (_left < 0 || (ofFile > Small && ofFile / Math.Max(packed, 1) > ratio))
        {
            throw new ArchiveException("bomb", "The archive is far larger unpacked than packed (Mixi:Archive:MaxRatio, MaxUnpacked).");
        }
    }
}
