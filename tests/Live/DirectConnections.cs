using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;

namespace OrleansMixi.Live;

/// <summary>Hands the test each connection that comes, and says when one has gone.</summary>
internal sealed class DirectConnections(ILogger<DefaultHubLifetimeManager<DirectHub>> logger) : DefaultHubLifetimeManager<DirectHub>(logger)
{
    public Channel<HubConnectionContext> Came { get; } = Channel.CreateUnbounded<HubConnectionContext>();

    public Channel<HubConnectionContext> Went { get; } = Channel.CreateUnbounded<HubConnectionContext>();

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        Came.Writer.TryWrite(connection);
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        Went.Writer.TryWrite(connection);
        return base.OnDisconnectedAsync(connection);
    }
}
