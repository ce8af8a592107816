namespace OrleansMixi.Archive;

/// <summary>
/// A part that is written for reading: what it speaks of is others' doing too, so an import keeps its lines for the next
/// archive and does nothing else with them.
/// </summary>
internal abstract class ReadingPart<TLine>(string name) : ArchivePart<TLine>(name)
    where TLine : class
{
    protected override async Task<IReadOnlyList<LineOutcome>> Take(ArchiveOwner owner, IReadOnlyList<TLine> lines)
    {
        var here = await Here(owner, lines);
        return [.. lines.Select(line => new LineOutcome(here(line) ? LineResult.Present : LineResult.Kept))];
    }

    /// <summary>Tells which lines speak of what is in this town.</summary>
    protected virtual async Task<Func<TLine, bool>> Here(ArchiveOwner owner, IReadOnlyList<TLine> lines)
    {
        var keys = new HashSet<string>();
        await foreach (var line in Lines(owner))
        {
            keys.Add(Key(line));
        }

        return line => keys.Contains(Key(line));
    }
}
