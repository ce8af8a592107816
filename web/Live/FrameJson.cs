using System.Buffers;
using System.Text.Json;

namespace OrleansMixi.Live;

/// <summary>Spells the parts of a frame in JSON; posts go in as the bytes they were encoded to once.</summary>
internal static class FrameJson
{
    /// <summary><c>{"items":[{"post":…,"reason":[…]}],"cursor":…}</c></summary>
    public static void Posts(IBufferWriter<byte> output, IEnumerable<LiveItem> items, string? cursor) => Write(output, writer =>
    {
        writer.WriteStartArray("items");
        foreach (var item in items)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("post");
            writer.WriteRawValue(item.Post!.Json, skipInputValidation: true);
            writer.WriteStartArray("reason");
            foreach (var reason in item.Reasons!)
            {
                writer.WriteStringValue(reason);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        Cursor(writer, cursor);
    });

    /// <summary><c>{"updates":[…],"deletes":["id"],"cursor":…}</c></summary>
    public static void Changed(IBufferWriter<byte> output, IEnumerable<LiveItem> items, string? cursor) => Write(output, writer =>
    {
        Updates(writer, items);
        Deletes(writer, items);
        Cursor(writer, cursor);
    });

    /// <summary><c>{"updates":[post, …]}</c></summary>
    public static void Updated(IBufferWriter<byte> output, IEnumerable<LiveItem> items) => Write(output, writer => Updates(writer, items));

    /// <summary><c>{"deletes":["id", …]}</c></summary>
    public static void Deleted(IBufferWriter<byte> output, IEnumerable<LiveItem> items) => Write(output, writer => Deletes(writer, items));

    /// <summary><c>{"count":n,"cursor":…}</c></summary>
    public static void Gap(IBufferWriter<byte> output, int count, string cursor) => Write(output, writer =>
    {
        writer.WriteNumber("count", count);
        Cursor(writer, cursor);
    });

    /// <summary><c>{"cursor":…}</c></summary>
    public static void Reset(IBufferWriter<byte> output, string cursor) => Write(output, writer => Cursor(writer, cursor));

    private static void Updates(Utf8JsonWriter writer, IEnumerable<LiveItem> items)
    {
        writer.WriteStartArray("updates");
        foreach (var item in items.Where(item => item.Post is not null))
        {
            writer.WriteRawValue(item.Post!.Json, skipInputValidation: true);
        }

        writer.WriteEndArray();
    }

    private static void Deletes(Utf8JsonWriter writer, IEnumerable<LiveItem> items)
    {
        writer.WriteStartArray("deletes");
        foreach (var item in items.Where(item => item.Post is null))
        {
            writer.WriteStringValue(Log.PostId.Format(item.Id));
        }

        writer.WriteEndArray();
    }

    private static void Cursor(Utf8JsonWriter writer, string? cursor)
    {
        if (cursor is null)
        {
            writer.WriteNull("cursor");
        }
        else
        {
            writer.WriteString("cursor", cursor);
        }
    }

    private static void Write(IBufferWriter<byte> output, Action<Utf8JsonWriter> body)
    {
        using var writer = new Utf8JsonWriter(output, new() { SkipValidation = true });
        writer.WriteStartObject();
        body(writer);
        writer.WriteEndObject();
    }
}
