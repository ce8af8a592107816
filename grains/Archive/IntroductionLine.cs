namespace OrleansMixi.Archive;

/// <summary>What one friend wrote to introduce another.</summary>
/// <param name="Type"><c>Note</c>.</param>
/// <param name="Published">When it was written.</param>
/// <param name="By">Who wrote it; absent for the member.</param>
/// <param name="About">About whom; absent for the member.</param>
/// <param name="Approved">When whom it is about agreed; absent if not yet.</param>
/// <param name="Content">The text.</param>
internal sealed record IntroductionLine(string Type, string Published, string Content, string? By = null, string? About = null, string? Approved = null);
