using OrleansMixi.Log;

namespace OrleansMixi.Archive;

/// <summary>
/// Puts entries with sources into the log, in order and many in one commit. What was written under a source before is left
/// as it is. Throws only when the log can't be written at the moment: then all of it may be tried again.
/// </summary>
internal sealed class SilentEntries(PostLog log)
{
    public async Task<LineOutcome[]> Write(IReadOnlyList<LogEntry> entries)
    {
        var writing = new Task<Activity?>[entries.Count];
        for (var i = 0; i < writing.Length; i++)
        {
            writing[i] = log.Append(entries[i]);
        }

        return await Task.WhenAll(writing.Select(Outcome));
    }

    private static async Task<LineOutcome> Outcome(Task<Activity?> writing)
    {
        try
        {
            return new(await writing is null ? LineResult.Present : LineResult.Added);
        }
        catch (MixiException refusal) when (refusal.RetryAfter == 0)
        {
            return LineOutcome.Refused(refusal.Message);
        }
    }
}
