namespace OrleansMixi.Accounts;

/// <summary>
/// What a slice keeps of a member beside the log, and removes when the member leaves. Called until it answers true, also
/// after a crash; so it must be idempotent, and may stop at a bound and answer false. Register it with storage or grains: hosts that have
/// grains tidy up.
/// </summary>
public interface IForgets
{
    /// <summary>Removes what is kept of a member; true when nothing is left.</summary>
    Task<bool> Forget(int member, CancellationToken cancellationToken);
}
