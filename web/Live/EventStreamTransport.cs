using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace OrleansMixi.Live;

/// <summary>Server-Sent Events: <c>id:</c> is the cursor, an event without data moves it.</summary>
internal sealed class EventStreamTransport(HttpResponse response, Action<string> close) : ILiveTransport
{
    public async ValueTask Send(LiveFrame frame)
    {
        Write(response.BodyWriter, frame);
        await response.BodyWriter.FlushAsync();
    }

    public void Close(string code) => close(code);

    private static void Write(PipeWriter output, in LiveFrame frame)
    {
        var messages = new FrameMessages(frame.Items);
        if (frame.Reset)
        {
            Begin(output, "reset", frame.Cursor);
            FrameJson.Reset(output, frame.Position);
            End(output);
        }
        else if (frame.Gap > 0)
        {
            Begin(output, "gap", frame.Cursor);
            FrameJson.Gap(output, frame.Gap, frame.Position);
            End(output);
        }
        else if (frame.Items.Count == 0)
        {
            Text(output, $"id: {frame.Cursor}\n\n");
        }

        if (messages.Notices.Count > 0)
        {
            Begin(output, "notice", messages.News == 0 && messages.Changes.Length == 0 ? frame.Cursor : null);
            FrameJson.Notice(output, messages.Notices);
            End(output);
        }

        if (messages.News > 0)
        {
            Begin(output, "post", messages.Changes.Length == 0 ? frame.Cursor : null);
            FrameJson.Posts(output, messages.Posts, null);
            End(output);
        }

        if (messages.Updates > 0)
        {
            Begin(output, "update", messages.Deletes == 0 ? frame.Cursor : null);
            FrameJson.Updated(output, messages.Changes);
            End(output);
        }

        if (messages.Deletes > 0)
        {
            Begin(output, "delete", frame.Cursor);
            FrameJson.Deleted(output, messages.Changes);
            End(output);
        }
    }

    private static void Begin(PipeWriter output, string name, string? cursor) =>
        Text(output, cursor is null ? $"event: {name}\ndata: " : $"event: {name}\nid: {cursor}\ndata: ");

    private static void End(PipeWriter output) => output.Write("\n\n"u8);

    private static void Text(PipeWriter output, string text) => Encoding.UTF8.GetBytes(text, output);
}
