using Microsoft.AspNetCore.SignalR;

namespace OrleansMixi.Live;

/// <summary>A hub that answers with as much as it is asked for, in SignalR's own messages.</summary>
public sealed class DirectHub : Hub
{
    public string Echo(int length) => new('e', Context.ConnectionId.Length > 0 ? length : 0);
}
