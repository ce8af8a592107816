using System.Buffers.Binary;
using Microsoft.AspNetCore.SignalR;

namespace OrleansMixi.Live;

/// <summary>A SignalR connection by WebSocket whose frames go straight to its socket, each as one WebSocket message.</summary>
internal sealed class DirectTransport(HubConnectionContext connection, DirectSocket socket) : ILiveTransport
{
    private const byte Text = 0x81;
    private const byte Binary = 0x82;
    private const int LongestHeader = 10;

    public ValueTask Send(LiveFrame frame)
    {
        var protocol = connection.Protocol.Name;
        var bytes = new FrameBuffer();
        bytes.Advance(LongestHeader);
        HubFrames.Encode(bytes, protocol, frame);
        var write = socket.Send(Message(bytes.Written, protocol == "json" ? Text : Binary));
        if (!write.IsCompletedSuccessfully)
        {
            return Finish(write, bytes);
        }

        bytes.Return();
        return ValueTask.CompletedTask;
    }

    public void Close(string code) => connection.Abort();

    /// <summary>Puts the header in front of the payload, as long as it has to be.</summary>
    private static Memory<byte> Message(Memory<byte> bytes, byte kind)
    {
        var length = bytes.Length - LongestHeader;
        var start = LongestHeader - (length < 126 ? 2 : length <= ushort.MaxValue ? 4 : 10);
        var header = bytes.Span[start..];
        header[0] = kind;
        switch (LongestHeader - start)
        {
            case 2:
                header[1] = (byte)length;
                break;
            case 4:
                header[1] = 126;
                BinaryPrimitives.WriteUInt16BigEndian(header[2..], (ushort)length);
                break;
            default:
                header[1] = 127;
                BinaryPrimitives.WriteInt64BigEndian(header[2..], length);
                break;
        }

        return bytes[start..];
    }

    private static async ValueTask Finish(ValueTask write, FrameBuffer bytes)
    {
        await write;
        bytes.Return();
    }
}
