using System.Buffers;
using System.IO.Pipelines;

namespace OrleansMixi.Archive;

/// <summary>Reads a file line by line; a line that is too long is answered as null and read over.</summary>
internal static class LineReader
{
    public static async IAsyncEnumerable<byte[]?> Read(Stream file, int maxLine)
    {
        var reader = PipeReader.Create(file, new(bufferSize: 64 * 1024));
        var tooLong = false;
        while (true)
        {
            var read = await reader.ReadAsync();
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, end);
                yield return tooLong || line.Length > maxLine ? null : line.ToArray();
                tooLong = false;
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }

            if (read.IsCompleted)
            {
                if (tooLong || buffer.Length > 0)
                {
                    yield return tooLong || buffer.Length > maxLine ? null : buffer.ToArray();
                }

                break;
            }

            if (buffer.Length > maxLine)
            {
                tooLong = true;
                reader.AdvanceTo(buffer.End);
            }
            else
            {
                reader.AdvanceTo(buffer.Start, buffer.End);
            }
        }

        await reader.CompleteAsync();
    }
}
