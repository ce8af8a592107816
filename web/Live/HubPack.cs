using MessagePack;

namespace OrleansMixi.Live;

/// <summary>One invocation in SignalR's MessagePack protocol while it is written: an array behind its own length.</summary>
internal ref struct HubPack
{
    private const int Invocation = 1;
    private readonly FrameBuffer _body = new();

    /// <summary>Where the one argument goes.</summary>
    public MessagePackWriter Writer;

    public HubPack(string target)
    {
        Writer = new(_body);
        Writer.WriteArrayHeader(6);
        Writer.Write(Invocation);
        Writer.WriteMapHeader(0);
        Writer.WriteNil();
        Writer.Write(target);
        Writer.WriteArrayHeader(1);
    }

    /// <summary>Closes the message and puts it behind its length: seven bits a byte, lowest first.</summary>
    public void End(FrameBuffer output)
    {
        Writer.WriteArrayHeader(0);
        Writer.Flush();
        var length = _body.Written.Length;
        for (; length > 0x7f; length >>= 7)
        {
            output.Write([(byte)(length | 0x80)]);
        }

        output.Write([(byte)length]);
        output.Write(_body.Written.Span);
        _body.Return();
    }
}
