namespace OrleansMixi.Live;

/// <summary>Frames as SignalR invocations, in the bytes of its JSON or MessagePack protocol.</summary>
internal static class HubFrames
{
    /// <summary>Writes the frame for a protocol by its name.</summary>
    public static void Encode(FrameBuffer output, string protocol, in LiveFrame frame)
    {
        if (protocol == "json")
        {
            Json(output, frame);
        }
        else
        {
            Pack(output, frame);
        }
    }

    private static void Json(FrameBuffer output, in LiveFrame frame)
    {
        if (frame.Reset)
        {
            output.Write("{\"type\":1,\"target\":\"Reset\",\"arguments\":["u8);
            FrameJson.Reset(output, frame.Position);
            End(output);
            return;
        }

        if (frame.Gap > 0)
        {
            output.Write("{\"type\":1,\"target\":\"Gap\",\"arguments\":["u8);
            FrameJson.Gap(output, frame.Gap, frame.Position);
            End(output);
            return;
        }

        var messages = new FrameMessages(frame.Items);
        if (messages.Notices.Count > 0)
        {
            output.Write("{\"type\":1,\"target\":\"Notice\",\"arguments\":["u8);
            FrameJson.Notice(output, messages.Notices);
            End(output);
        }

        var changed = messages.Changes.Length > 0;
        if (messages.News > 0 || !changed)
        {
            output.Write("{\"type\":1,\"target\":\"Posts\",\"arguments\":["u8);
            FrameJson.Posts(output, messages.Posts, changed ? null : frame.Position);
            End(output);
        }

        if (changed)
        {
            output.Write("{\"type\":1,\"target\":\"Changed\",\"arguments\":["u8);
            FrameJson.Changed(output, messages.Changes, frame.Position);
            End(output);
        }
    }

    /// <summary>Every JSON message of SignalR ends with the record separator.</summary>
    private static void End(FrameBuffer output) => output.Write("]}\u001e"u8);

    private static void Pack(FrameBuffer output, in LiveFrame frame)
    {
        if (frame.Reset)
        {
            var message = new HubPack("Reset");
            FramePack.Reset(ref message.Writer, frame.Position);
            message.End(output);
            return;
        }

        if (frame.Gap > 0)
        {
            var message = new HubPack("Gap");
            FramePack.Gap(ref message.Writer, frame.Gap, frame.Position);
            message.End(output);
            return;
        }

        var messages = new FrameMessages(frame.Items);
        if (messages.Notices.Count > 0)
        {
            var notice = new HubPack("Notice");
            FramePack.Notice(ref notice.Writer, messages.Notices);
            notice.End(output);
        }

        var changed = messages.Changes.Length > 0;
        if (messages.News > 0 || !changed)
        {
            var message = new HubPack("Posts");
            FramePack.Posts(ref message.Writer, messages.Posts, changed ? null : frame.Position);
            message.End(output);
        }

        if (changed)
        {
            var message = new HubPack("Changed");
            FramePack.Changed(ref message.Writer, messages, frame.Position);
            message.End(output);
        }
    }
}
