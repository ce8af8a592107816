using OrleansMixi.Storage;

namespace OrleansMixi.Log;

/// <summary>A log whose commits wait to be let through, and which keeps what it was given.</summary>
internal sealed class GatedStore(Database database) : LogStore(database, new(1, 1, 1)), IDisposable
{
    private readonly SemaphoreSlim _gate = new(0);
    private long _last;

    public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<LogEntry> Committed { get; } = [];

    public void Dispose() => _gate.Dispose();

    public void Let(int commits) => _gate.Release(commits);

    public override async Task<CommitResult> Commit(int queue, IReadOnlyList<LogEntry> entries, CancellationToken cancellationToken = default)
    {
        Reached.TrySetResult();
        await _gate.WaitAsync(cancellationToken);
        Committed.AddRange(entries);
        var from = _last;
        return new(from, _last + entries.Count, [.. entries.Select(entry => entry.Numbered(++_last))]);
    }
}
