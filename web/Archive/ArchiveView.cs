namespace OrleansMixi.Archive;

/// <summary>Where a member's archives stand.</summary>
/// <param name="Export">The newest export; null if there is none.</param>
/// <param name="Download">Where the newest finished archive is fetched; null if there is none.</param>
/// <param name="Import">The newest import; null if there is none.</param>
/// <param name="Kept">What imports kept for the next archive.</param>
public sealed record ArchiveView(ArchiveJobView? Export, string? Download, ArchiveJobView? Import, KeptView Kept);
