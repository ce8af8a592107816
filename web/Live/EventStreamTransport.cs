using System.Buffers;
using System.Text;

namespace OrleansMixi.Live;

/// <summary>Server-Sent Events: <c>id:</c> is the cursor, an event without data moves it.</summary>
internal sealed class EventStreamTransport(HttpResponse response, Action<string> close) : ILiveTransport
{
    public async Task Send(LiveFrame frame, CancellationToken cancellationToken)
    {
        var output = response.BodyWriter;
        var messages = new FrameMessages(frame);
        if (frame.Reset)
        {
            Event(output, "reset", frame.Cursor, data => FrameJson.Reset(data, frame.Cursor));
        }
        else if (frame.Gap > 0)
        {
            Event(output, "gap", frame.Cursor, data => FrameJson.Gap(data, frame.Gap, frame.Cursor));
        }
        else
        {
            if (messages.Posts.Count > 0)
            {
                Event(output, "post", messages.Changes.Count == 0 ? frame.Cursor : null, data => FrameJson.Posts(data, messages.Posts, null));
            }

            if (messages.Changes.Any(item => item.Post is not null))
            {
                var last = messages.Changes.All(item => item.Post is not null);
                Event(output, "update", last ? frame.Cursor : null, data => FrameJson.Updated(data, messages.Changes));
            }

            if (messages.Changes.Any(item => item.Post is null))
            {
                Event(output, "delete", frame.Cursor, data => FrameJson.Deleted(data, messages.Changes));
            }

            if (frame.Items.Count == 0)
            {
                Text(output, $"id: {frame.Cursor}\n\n");
            }
        }

        await output.FlushAsync(cancellationToken);
    }

    public void Close(string code) => close(code);

    private static void Event(IBufferWriter<byte> output, string name, string? cursor, Action<IBufferWriter<byte>> data)
    {
        Text(output, $"event: {name}\n");
        if (cursor is not null)
        {
            Text(output, $"id: {cursor}\n");
        }

        Text(output, "data: ");
        data(output);
        Text(output, "\n\n");
    }

    private static void Text(IBufferWriter<byte> output, string text) => Encoding.UTF8.GetBytes(text, output);
}
