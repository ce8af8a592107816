using Microsoft.AspNetCore.SignalR;

namespace OrleansMixi.Hammer;

/// <summary>The hub of the fake server.</summary>
internal sealed class FakeHub(FakeMixi fake) : Hub
{
    /// <summary>Sends from the cursor on until the connection ends.</summary>
    public void Watch(string[] topics, string? cursor)
    {
        fake.CountStream();
        var home = fake.Home(Context.GetHttpContext()!.Request);
        _ = Send(Clients.Caller, home, cursor is null ? home.Head : int.Parse(cursor, System.Globalization.CultureInfo.InvariantCulture), Context.ConnectionAborted);
    }

    private static async Task Send(IClientProxy caller, FakeHome home, int position, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            foreach (var entry in await home.After(position, stop))
            {
                position++;
                await (entry.Author is null
                    ? caller.SendAsync("Gap", new { count = 1, cursor = $"{position}" }, stop)
                    : caller.SendAsync("Posts", new { items = new[] { entry.Item }, cursor = $"{position}" }, stop));
            }
        }
    }
}
