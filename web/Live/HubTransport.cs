using Microsoft.AspNetCore.SignalR;

namespace OrleansMixi.Live;

/// <summary>A SignalR connection of any transport: frames go to it as bytes that are encoded already.</summary>
internal sealed class HubTransport(HubConnectionContext connection) : ILiveTransport
{
    /// <summary>The shortest way to a connection.</summary>
    public static ILiveTransport Of(HubConnectionContext connection) =>
        connection.GetHttpContext()?.Features.Get<DirectSocket>() is { } socket ? new DirectTransport(connection, socket) : new HubTransport(connection);

    public ValueTask Send(LiveFrame frame)
    {
        var protocol = connection.Protocol.Name;
        var bytes = new FrameBuffer();
        HubFrames.Encode(bytes, protocol, frame);
        var write = connection.WriteAsync(new SerializedHubMessage([new SerializedMessage(protocol, bytes.Written)]));
        if (!write.IsCompletedSuccessfully)
        {
            return Finish(write, bytes);
        }

        // The pipe has its own copy.
        bytes.Return();
        return ValueTask.CompletedTask;
    }

    public void Close(string code) => connection.Abort();

    private static async ValueTask Finish(ValueTask write, FrameBuffer bytes)
    {
        await write;
        bytes.Return();
    }
}
