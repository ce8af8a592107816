using OrleansMixi.Log;
using OrleansMixi.Posts;

namespace OrleansMixi.Accounts;

/// <summary>Tells all hosts through the log what ended or changed, so that sessions, caches and live streams follow.</summary>
internal sealed class AccessLog(PostLog log)
{
    /// <summary>A token ended; number 0 stands for every sign-in of the member.</summary>
    public Task Revoked(int member, int token) =>
        log.Append(new(ActivityKind.Revoke, member, member, Topic.User(member), token));

    /// <summary>Something that others see of the member changed.</summary>
    public Task Changed(int member) =>
        log.Append(new(ActivityKind.Member, member, member, Topic.User(member)));
}
