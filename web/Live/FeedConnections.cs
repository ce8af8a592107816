using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace OrleansMixi.Live;

/// <summary>Keeps each connection's context, which SignalR gives to nobody else, so that encoded frames can be written to it.</summary>
internal sealed class FeedConnections(ILogger<DefaultHubLifetimeManager<FeedHub>> logger) : DefaultHubLifetimeManager<FeedHub>(logger)
{
    private readonly ConcurrentDictionary<string, HubConnectionContext> _connections = new();

    public HubConnectionContext? Find(string connectionId) => _connections.GetValueOrDefault(connectionId);

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        _connections[connection.ConnectionId] = connection;
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        _connections.TryRemove(connection.ConnectionId, out _);
        return base.OnDisconnectedAsync(connection);
    }
}
