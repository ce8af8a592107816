using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using OrleansMixi.Log;
using OrleansMixi.Posts;

namespace OrleansMixi.Live;

/// <summary>
/// Rings members' live readers when something of theirs changed that is not a post: they ask then for what is new. The first
/// ring goes out at once; those that come within a second of it share one, so that a crowd costs a member one entry a second.
/// </summary>
public sealed partial class NoticeBell(PostLog log, TimeProvider time, ILogger<NoticeBell> logger)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<(int Member, NoticeKind Kind), bool> _resting = new();

    /// <summary>Rings; never throws and never waits: what rang is in the database, and the reader finds it at the next look.</summary>
    public void Ring(int member, NoticeKind kind)
    {
        if (_resting.TryAdd((member, kind), false))
        {
            _ = Run(member, kind);
        }
        else
        {
            _resting.TryUpdate((member, kind), true, false);
        }
    }

    private async Task Run(int member, NoticeKind kind)
    {
        do
        {
            _resting[(member, kind)] = false;
            try
            {
                await log.Append(new(ActivityKind.Notice, member, member, default, Audience: Audience.Me, Edge: (EdgeKind)kind));
            }
            catch (MixiException error)
            {
                LogLost(error, member);
            }

            await Task.Delay(Rest, time);
        }
        while (!_resting.TryRemove(new KeyValuePair<(int, NoticeKind), bool>((member, kind), false)));
    }

    [LoggerMessage(EventIds.NoticeLost, LogLevel.Warning, "Member {Member} could not be rung")]
    private partial void LogLost(Exception error, int member);
}
