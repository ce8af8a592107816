namespace OrleansMixi.Archive;

/// <summary>A part whose lines are one type: reads and writes them, and lets the part itself speak of their matter only.</summary>
/// <typeparam name="TLine">What a line says; its properties in the order in which they are written.</typeparam>
public abstract class ArchivePart<TLine>(string name) : IArchivePart
    where TLine : class
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public async IAsyncEnumerable<ArchiveLine> Write(ArchiveOwner owner)
    {
        await foreach (var line in Lines(owner))
        {
            yield return new(Key(line), ArchiveJson.Write(line));
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LineOutcome>> Read(ArchiveOwner owner, IReadOnlyList<byte[]> lines)
    {
        var outcomes = new LineOutcome[lines.Count];
        var good = new List<(int Place, TLine Line)>();
        for (var i = 0; i < lines.Count; i++)
        {
            try
            {
                var line = ArchiveJson.Read<TLine>(lines[i]);
                Check(line);
                good.Add((i, line));
            }
            catch (MixiException refusal)
            {
                outcomes[i] = LineOutcome.Refused(refusal.Message);
            }
        }

        var taken = await Take(owner, good.ConvertAll(line => line.Line));
        for (var i = 0; i < good.Count; i++)
        {
            var (place, line) = good[i];
            outcomes[place] = taken[i].Result == LineResult.Kept ? taken[i] with { Line = new(Key(line), ArchiveJson.Write(line)) } : taken[i];
        }

        return outcomes;
    }

    /// <summary>The lines that there are, in order; see <see cref="IArchivePart.Write"/>.</summary>
    protected abstract IAsyncEnumerable<TLine> Lines(ArchiveOwner owner);

    /// <summary>A line's key, at most some hundred characters.</summary>
    protected abstract string Key(TLine line);

    /// <summary>Throws unless everything in a line is within its bounds.</summary>
    protected abstract void Check(TLine line);

    /// <summary>Takes lines in that are within their bounds; one outcome for each.</summary>
    protected abstract Task<IReadOnlyList<LineOutcome>> Take(ArchiveOwner owner, IReadOnlyList<TLine> lines);
}
