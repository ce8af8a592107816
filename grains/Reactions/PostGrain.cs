using Microsoft.Extensions.Logging;
using OrleansMixi.Log;
using OrleansMixi.Posts;

namespace OrleansMixi.Reactions;

/// <summary>Commits reactions in batches: what comes while one is written goes with the next; and tells the counts when they are due.</summary>
internal sealed partial class PostGrain(PostLog log, PostStore posts, ReactionStore reactions, TimeProvider time, ILogger<PostGrain> logger) : Grain, IPostGrain
{
    private static readonly TimeSpan BetweenCounts = TimeSpan.FromSeconds(1);
    private List<(ReactionChange Change, TaskCompletionSource Done)> _waiting = [];
    private IDisposable? _due;
    private bool _writing;
    private int _actor;
    private long _told;

    public async Task React(ReactionChange change)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Add((change, done));
        if (!_writing)
        {
            _writing = true;
            await Write();
        }

        await done.Task;
    }

    public Task Counted(int actor)
    {
        _actor = actor;
        if (_due is not null)
        {
            return Task.CompletedTask;
        }

        if (_told == 0 || time.GetElapsedTime(_told) >= BetweenCounts)
        {
            return Tell();
        }

        _due = this.RegisterGrainTimer(_ => Tell(), BetweenCounts, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _due is null ? Task.CompletedTask : Tell();

    private async Task Write()
    {
        while (_waiting.Count > 0)
        {
            var batch = _waiting;
            _waiting = [];
            try
            {
                if (await reactions.Apply(this.GetPrimaryKeyLong(), batch.ConvertAll(waiting => waiting.Change)))
                {
                    await Counted(batch[^1].Change.Member);
                }

                batch.ForEach(waiting => waiting.Done.TrySetResult());
            }
            catch (Exception error)
            {
                LogFailed(error, batch.Count, this.GetPrimaryKeyLong());
                batch.ForEach(waiting => waiting.Done.TrySetException(error as MixiException ?? Errors.Unavailable()));
            }
        }

        _writing = false;
    }

    private async Task Tell()
    {
        _due?.Dispose();
        _due = null;
        _told = time.GetTimestamp();
        if (await posts.Find(this.GetPrimaryKeyLong()) is { } post)
        {
            await log.Append(new(ActivityKind.Counts, post.Author, _actor, post.Topic, post.Id, post.Header.Audience, post.Header.Flags));
        }
    }

    [LoggerMessage(EventIds.ReactionsFailed, LogLevel.Warning, "{Count} reactions to post {Post} could not be written")]
    private partial void LogFailed(Exception error, int count, long post);
}
