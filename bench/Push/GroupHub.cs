using Microsoft.AspNetCore.SignalR;

namespace OrleansMixi.Push;

/// <summary>The hub of the plain SignalR server: a client joins the groups of its topics.</summary>
internal sealed class GroupHub : Hub
{
    public async Task Watch(string[] topics)
    {
        foreach (var topic in topics)
        {
            await Groups.AddToGroupAsync(Context.ConnectionId, topic);
        }
    }
}
