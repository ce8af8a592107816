using System.Buffers;
using MessagePack;

namespace OrleansMixi.Live;

/// <summary>Frames as SignalR invocations, in the bytes of its JSON or MessagePack protocol.</summary>
internal static class HubFrames
{
    private const byte RecordSeparator = 0x1e;
    private const int Invocation = 1;

    /// <summary>The frame for a protocol by its name.</summary>
    public static ReadOnlyMemory<byte> Encode(string protocol, LiveFrame frame)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        var messages = new FrameMessages(frame);
        var json = protocol == "json";
        if (frame.Reset)
        {
            Message(output, json, "Reset", data => FrameJson.Reset(data, frame.Cursor), (ref MessagePackWriter pack) => Cursor(ref pack, frame.Cursor, 1));
        }
        else if (frame.Gap > 0)
        {
            Message(output, json, "Gap", data => FrameJson.Gap(data, frame.Gap, frame.Cursor), (ref MessagePackWriter pack) => Gap(ref pack, frame));
        }
        else
        {
            var changed = messages.Changes.Count > 0;
            if (messages.Posts.Count > 0 || !changed)
            {
                var cursor = changed ? null : frame.Cursor;
                Message(output, json, "Posts", data => FrameJson.Posts(data, messages.Posts, cursor), (ref MessagePackWriter pack) => Posts(ref pack, messages.Posts, cursor));
            }

            if (changed)
            {
                Message(output, json, "Changed", data => FrameJson.Changed(data, messages.Changes, frame.Cursor), (ref MessagePackWriter pack) => Changed(ref pack, messages.Changes, frame.Cursor));
            }
        }

        return output.WrittenMemory;
    }

    private delegate void PackArgument(ref MessagePackWriter writer);

    private static void Message(ArrayBufferWriter<byte> output, bool json, string target, Action<IBufferWriter<byte>> jsonArgument, PackArgument packArgument)
    {
        if (json)
        {
            output.Write(System.Text.Encoding.UTF8.GetBytes($$"""{"type":1,"target":"{{target}}","arguments":["""));
            jsonArgument(output);
            output.Write("]}"u8);
            output.Write([RecordSeparator]);
            return;
        }

        var body = new ArrayBufferWriter<byte>(1024);
        var writer = new MessagePackWriter(body);
        writer.WriteArrayHeader(6);
        writer.Write(Invocation);
        writer.WriteMapHeader(0);
        writer.WriteNil();
        writer.Write(target);
        writer.WriteArrayHeader(1);
        packArgument(ref writer);
        writer.WriteArrayHeader(0);
        writer.Flush();
        Length(output, body.WrittenCount);
        output.Write(body.WrittenSpan);
    }

    /// <summary>SignalR's MessagePack messages stand behind their length, seven bits a byte, lowest first.</summary>
    private static void Length(ArrayBufferWriter<byte> output, int length)
    {
        do
        {
            var low = (byte)(length & 0x7f);
            length >>= 7;
            output.Write([length > 0 ? (byte)(low | 0x80) : low]);
        }
        while (length > 0);
    }

    private static void Posts(ref MessagePackWriter writer, IReadOnlyList<LiveItem> items, string? cursor)
    {
        writer.WriteMapHeader(2);
        writer.Write("items");
        writer.WriteArrayHeader(items.Count);
        foreach (var item in items)
        {
            writer.WriteMapHeader(2);
            writer.Write("post");
            writer.WriteRaw(item.Post!.MessagePack);
            writer.Write("reason");
            writer.WriteArrayHeader(item.Reasons!.Count);
            foreach (var reason in item.Reasons)
            {
                writer.Write(reason);
            }
        }

        Cursor(ref writer, cursor);
    }

    private static void Changed(ref MessagePackWriter writer, IReadOnlyList<LiveItem> items, string cursor)
    {
        writer.WriteMapHeader(3);
        writer.Write("updates");
        writer.WriteArrayHeader(items.Count(item => item.Post is not null));
        foreach (var item in items.Where(item => item.Post is not null))
        {
            writer.WriteRaw(item.Post!.MessagePack);
        }

        writer.Write("deletes");
        writer.WriteArrayHeader(items.Count(item => item.Post is null));
        foreach (var item in items.Where(item => item.Post is null))
        {
            writer.Write(Log.PostId.Format(item.Id));
        }

        Cursor(ref writer, cursor);
    }

    private static void Gap(ref MessagePackWriter writer, LiveFrame frame)
    {
        writer.WriteMapHeader(2);
        writer.Write("count");
        writer.Write(frame.Gap);
        Cursor(ref writer, frame.Cursor);
    }

    private static void Cursor(ref MessagePackWriter writer, string? cursor, int header = 0)
    {
        if (header > 0)
        {
            writer.WriteMapHeader(header);
        }

        writer.Write("cursor");
        writer.Write(cursor);
    }
}
