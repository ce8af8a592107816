using Microsoft.Extensions.Logging;
using OrleansMixi.Log;
using OrleansMixi.Storage;

namespace OrleansMixi.Live;

/// <summary>
/// Rings members' own live readers when something of theirs changed that is not a post. Rings are conflated: however much
/// changes, a member is rung for one kind of thing at most once within the pace, the first time at once.
/// </summary>
public sealed class Bell(PostLog log, TimeProvider time, ILogger<Bell> logger) : IAsyncDisposable
{
    private const int Waiting = 100_000;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);
    private readonly PacedWriter<(int Member, NoticeKind Kind), bool> _rings = new(Pace, Waiting, (_, newer) => newer, rings => Write(log, rings), time, logger);

    /// <summary>Rings a member.</summary>
    public void Ring(int member, NoticeKind kind) => _rings.Keep((member, kind), true);

    public ValueTask DisposeAsync() => _rings.DisposeAsync();

    // Plugs into the notices of the log.
    private static Task Write(PostLog log, IReadOnlyCollection<KeyValuePair<(int Member, NoticeKind Kind), bool>> rings) => Task.CompletedTask;
}
