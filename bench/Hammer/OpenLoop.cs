namespace OrleansMixi.Hammer;

/// <summary>
/// Sends posts when the schedule says, not when the server has time for the next one, and counts their latency from the
/// schedule: so a server that stalls is charged for all that had to wait.
/// </summary>
internal sealed class OpenLoop(MixiApi api, IReadOnlyList<Member> members, string run, HammerOptions options, Books books, RunClock clock)
{
    private int _unanswered;

    /// <summary>Posts whose outcome stayed unknown after all attempts; whether they arrive is not judged.</summary>
    public int Unanswered => _unanswered;

    /// <summary>Posts the whole schedule and waits for every answer.</summary>
    public async Task Run(CancellationToken stop)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var room = new SemaphoreSlim(options.InFlight);
        var random = new Random(options.Seed);
        var running = new List<Task>((int)options.Posts);
        for (var i = 0; i < options.Posts && !failed.IsCancellationRequested; i++)
        {
            var due = TimeSpan.FromSeconds(i / options.Rate);
            var wait = due - clock.Now;
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, clock.Time, failed.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await room.WaitAsync(failed.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!failed.IsCancellationRequested)
            {
                running.Add(Post(i, random.Next(members.Count), due, room, failed));
            }
        }

        await Task.WhenAll(running);
        stop.ThrowIfCancellationRequested();
    }

    private async Task Post(int number, int author, TimeSpan due, SemaphoreSlim room, CancellationTokenSource failed)
    {
        try
        {
            var post = await api.Publish(members[author], $"hammer {run} {number}", $"{run}-{number}", failed.Token);
            if (post is null)
            {
                Interlocked.Increment(ref _unanswered);
            }
            else if (!books.Acknowledge(new(post.Number(), author, due, clock.Now, due.TotalSeconds >= options.Warmup)))
            {
                throw new HammerStop($"Two posts were answered with the id {post.Id}: one of them is gone.", ExitCodes.Faulty);
            }
        }
        catch
        {
            await failed.CancelAsync();
            throw;
        }
        finally
        {
            room.Release();
        }
    }
}
