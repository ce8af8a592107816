using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;

namespace OrleansMixi.Hammer;

/// <summary>
/// Reads the frames of an event stream. The framework's parser hides frames without data, and a beat is exactly that: an
/// id alone. A frame that was cut off is not given out, so its cursor is not taken either.
/// </summary>
internal static class SseFrames
{
    /// <summary>The longest line, in bytes; a line is one batch of posts.</summary>
    public const int MaxLine = 16 * 1024 * 1024;

    public static async IAsyncEnumerable<SseFrame> Read(Stream stream, [EnumeratorCancellation] CancellationToken stop)
    {
        var (name, id, data) = ("message", default(string), new StringBuilder());
        await foreach (var line in Lines(stream, stop))
        {
            if (line.Length == 0)
            {
                if (id is not null || data.Length > 0 || name != "message")
                {
                    yield return new(name, id, data.ToString());
                }

                (name, id) = ("message", null);
                data.Clear();
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var field = colon < 0 ? line : line[..colon];
            var value = colon < 0 ? "" : line[(colon + 1)..];
            value = value.StartsWith(' ') ? value[1..] : value;
            switch (field)
            {
                case "event":
                    name = value;
                    break;
                case "id":
                    id = value;
                    break;
                case "data":
                    data.Append(data.Length > 0 ? "\n" : "").Append(value);
                    break;
                default:
                    // Comments and fields to come are skipped, as the standard says.
                    break;
            }
        }
    }

    private static async IAsyncEnumerable<string> Lines(Stream stream, [EnumeratorCancellation] CancellationToken stop)
    {
        var reader = PipeReader.Create(stream, new(leaveOpen: true));
        while (true)
        {
            var read = await reader.ReadAsync(stop);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                var line = Encoding.UTF8.GetString(rest.Slice(0, end));
                rest = rest.Slice(rest.GetPosition(1, end));
                yield return line.EndsWith('\r') ? line[..^1] : line;
            }

            reader.AdvanceTo(rest.Start, rest.End);
            if (read.IsCompleted)
            {
                yield break;
            }

            if (rest.Length > MaxLine)
            {
                throw new HammerStop($"GET /api/stream sent a line of more than {MaxLine} bytes.");
            }
        }
    }
}
