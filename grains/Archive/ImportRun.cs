using Microsoft.Extensions.Options;

namespace OrleansMixi.Archive;

/// <summary>One run of an import: counts what becomes of lines, keeps what has no place, keeps the pace and says how far it is.</summary>
internal sealed class ImportRun(ArchiveJob job, ArchiveOwner owner, ArchiveJobStore jobs, ArchiveKeptStore kept, IOptions<ArchiveOptions> options, TimeProvider time, CancellationToken stop)
{
    private readonly long _began = time.GetTimestamp();
    private int _notes;

    public ArchiveOwner Owner => owner;

    public CancellationToken Stop => stop;

    /// <summary>Whether more lines may come.</summary>
    public bool HasRoom => job.Lines < options.Value.MaxLines;

    /// <summary>Takes note of a batch's outcomes.</summary>
    public async Task Note(string part, string file, IReadOnlyList<(int Line, LineOutcome Outcome)> outcomes)
    {
        await Keep(part, outcomes);
        foreach (var (name, message) in owner.Folder?.Told() ?? [])
        {
            await Tell(new(name, 0, message));
        }

        foreach (var (line, outcome) in outcomes)
        {
            job.Lines++;
            Count(outcome.Result);
            await (outcome.Message is { } message ? Tell(new(file, line, message)) : Task.CompletedTask);
        }

        if (!await jobs.Progress(job))
        {
            throw new ArchiveLostException();
        }

        await Pace();
    }

    private Task Tell(ArchiveNote note) => _notes < ArchiveJobStore.MaxNotes ? jobs.Note(job, _notes++, note) : Task.CompletedTask;

    private async Task Keep(string part, IReadOnlyList<(int Line, LineOutcome Outcome)> outcomes)
    {
        var lines = outcomes.Where(line => line.Outcome.Result == LineResult.Kept).Select(line => (line.Outcome.Line.Key, line.Outcome.Line.Json)).ToList();
        if (lines.Count > 0)
        {
            await kept.Keep(owner.Member, part, lines);
        }
    }

    private void Count(LineResult result)
    {
        switch (result)
        {
            case LineResult.Added:
                job.Added++;
                break;
            case LineResult.Present:
                job.Present++;
                break;
            case LineResult.Kept:
                job.Kept++;
                break;
            case LineResult.Skipped:
                job.Skipped++;
                break;
            default:
                job.Refused++;
                break;
        }
    }

    private Task Pace()
    {
        var due = TimeSpan.FromSeconds((double)job.Lines / options.Value.LinesPerSecond) - time.GetElapsedTime(_began);
        return due > TimeSpan.Zero ? Task.Delay(due, time, stop) : Task.CompletedTask;
    }
}
