namespace OrleansMixi.Archive;

/// <summary>What became of a line.</summary>
/// <param name="Result">In a word.</param>
/// <param name="Message">Why, where somebody has to be told.</param>
/// <param name="Line">The line to keep.</param>
public readonly record struct LineOutcome(LineResult Result, string? Message = null, ArchiveLine Line = default)
{
    /// <summary>It can't be taken.</summary>
    public static LineOutcome Refused(string message) => new(LineResult.Refused, message);
}
