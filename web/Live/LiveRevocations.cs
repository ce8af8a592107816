using OrleansMixi.Log;

namespace OrleansMixi.Live;

/// <summary>Ends live connections whose token or sign-in was revoked anywhere in the cluster.</summary>
internal sealed class LiveRevocations(Lazy<LiveGateway> gateway) : ILogFollower
{
    /// <inheritdoc/>
    public void Applied(Activity entry)
    {
        if (entry.Header.Kind == ActivityKind.Revoke)
        {
            gateway.Value.Revoke(entry.Header.Author, entry.Header.Target);
        }
    }
}
