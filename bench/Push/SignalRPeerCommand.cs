using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrleansMixi.Hosting;

namespace OrleansMixi.Push;

/// <summary>The hidden command that is the plain SignalR server, so that it runs in a process of its own.</summary>
internal static class SignalRPeerCommand
{
    public const string Name = "push-signalr-peer";

    public static Command Create()
    {
        var port = new Option<int>("--port") { Required = true };
        var command = new Command(Name) { port };
        command.Hidden = true;
        command.SetAction((parsed, stop) => Run(parsed.GetValue(port)));
        return command;
    }

    private static async Task<int> Run(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSignalR().AddJsonProtocol(json => MixiJson.Apply(json.PayloadSerializerOptions));
        builder.Services.ConfigureHttpJsonOptions(json => MixiJson.Apply(json.SerializerOptions));
        var app = builder.Build();
        app.MapHub<GroupHub>("/live");
        app.MapPost("/publish", async (GroupPost[] posts, IHubContext<GroupHub> hub) =>
        {
            foreach (var post in posts)
            {
                await hub.Clients.Group(post.Topic).SendAsync("Posts", post.Item);
            }
        });
        await app.RunAsync($"http://127.0.0.1:{port}");
        return 0;
    }
}
