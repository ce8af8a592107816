using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace OrleansMixi.Live;

/// <summary>
/// Lets the hub's WebSockets write straight to their sockets. Only where nothing lies between: a connection with TLS of its
/// own, or one that is no socket, stays as it is. Nothing is written before the client's first message, and no client may
/// send one before it has the answer to its upgrade: so that answer, which Kestrel writes, is out by then.
/// </summary>
internal sealed class DirectUpgrade(IFeatureCollection features, IHttpUpgradeFeature upgrade, Socket socket) : IHttpUpgradeFeature
{
    public bool IsUpgradableRequest => upgrade.IsUpgradableRequest;

    /// <summary>Prepares a request to the hub.</summary>
    public static void Prepare(IFeatureCollection features)
    {
        if (features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } upgrade
            && features.Get<IConnectionSocketFeature>()?.Socket is { SocketType: SocketType.Stream } socket
            && features.Get<ITlsConnectionFeature>() is null)
        {
            features.Set<IHttpUpgradeFeature>(new DirectUpgrade(features, upgrade, socket));
        }
    }

    public async Task<Stream> UpgradeAsync()
    {
        // Only a connection that became a WebSocket has it.
        var (stream, direct) = (await upgrade.UpgradeAsync(), new DirectSocket(socket));
        features.Set(direct);
        return new DirectStream(stream, direct);
    }
}
