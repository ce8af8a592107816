namespace OrleansMixi.Archive;

/// <summary>An export or import as its owner sees it.</summary>
/// <param name="State"><c>receiving</c>, <c>waiting</c>, <c>running</c>, <c>done</c> or <c>failed</c>.</param>
/// <param name="Created">When it was asked for.</param>
/// <param name="Finished">When it ended.</param>
/// <param name="Expires">Until when the archive can be fetched, or this state seen.</param>
/// <param name="Bytes">The archive's size.</param>
/// <param name="Lines">Lines written or read so far.</param>
/// <param name="Added">Lines that brought something new.</param>
/// <param name="Present">Lines whose matter was here already.</param>
/// <param name="Kept">Lines without a place here, kept for the next archive.</param>
/// <param name="Skipped">Activities of another program that are not taken: boosts, direct messages.</param>
/// <param name="Refused">Lines that could not be taken.</param>
/// <param name="Problem">Why it failed, as a code.</param>
/// <param name="Detail">Why it failed, as a sentence.</param>
/// <param name="Notes">What was said about single lines, the first hundred.</param>
public sealed record ArchiveJobView(
    string State, DateTimeOffset Created, DateTimeOffset? Finished, DateTimeOffset Expires, long Bytes, int Lines,
    int Added, int Present, int Kept, int Skipped, int Refused, string? Problem, string? Detail, IReadOnlyList<ArchiveNote> Notes);
