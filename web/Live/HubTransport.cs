using Microsoft.AspNetCore.SignalR;

namespace OrleansMixi.Live;

/// <summary>A SignalR connection: frames go to it as bytes that are encoded already.</summary>
internal sealed class HubTransport(HubConnectionContext connection) : ILiveTransport
{
    public async Task Send(LiveFrame frame, CancellationToken cancellationToken)
    {
        var protocol = connection.Protocol.Name;
        await connection.WriteAsync(new SerializedHubMessage([new SerializedMessage(protocol, HubFrames.Encode(protocol, frame))]), cancellationToken);
    }

    public void Close(string code) => connection.Abort();
}
