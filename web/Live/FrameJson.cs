using System.Buffers;
using System.Text;
using System.Text.Json;
using OrleansMixi.Hosting;
using OrleansMixi.Log;

namespace OrleansMixi.Live;

/// <summary>Spells the parts of a frame in JSON; posts go in as the bytes they were encoded to once.</summary>
internal static class FrameJson
{
    /// <summary><c>{"post":…,"reason":[…]}</c></summary>
    public static byte[] Item(EncodedPost post, IReadOnlyList<string> reasons) =>
        [.. "{\"post\":"u8, .. post.Json, .. ",\"reason\":"u8, .. JsonSerializer.SerializeToUtf8Bytes(reasons, MixiJson.Options), (byte)'}'];

    /// <summary><c>{"items":[{"post":…,"reason":[…]}],"cursor":…}</c></summary>
    public static void Posts(IBufferWriter<byte> output, ReadOnlySpan<LiveItem> items, LivePosition? position)
    {
        output.Write("{\"items\":["u8);
        for (var i = 0; i < items.Length; i++)
        {
            Comma(output, i);
            output.Write(items[i].Json);
        }

        output.Write("],"u8);
        Cursor(output, position);
    }

    /// <summary><c>{"updates":[…],"deletes":["id"],"cursor":…}</c></summary>
    public static void Changed(IBufferWriter<byte> output, ReadOnlySpan<LiveItem> items, LivePosition? position)
    {
        output.Write("{\"updates\":["u8);
        Updates(output, items);
        output.Write("],\"deletes\":["u8);
        Deletes(output, items);
        output.Write("],"u8);
        Cursor(output, position);
    }

    /// <summary><c>{"updates":[post, …]}</c></summary>
    public static void Updated(IBufferWriter<byte> output, ReadOnlySpan<LiveItem> items)
    {
        output.Write("{\"updates\":["u8);
        Updates(output, items);
        output.Write("]}"u8);
    }

    /// <summary><c>{"deletes":["id", …]}</c></summary>
    public static void Deleted(IBufferWriter<byte> output, ReadOnlySpan<LiveItem> items)
    {
        output.Write("{\"deletes\":["u8);
        Deletes(output, items);
        output.Write("]}"u8);
    }

    /// <summary><c>{"kinds":["message", …]}</c></summary>
    public static void Notice(IBufferWriter<byte> output, IReadOnlyList<string> kinds)
    {
        output.Write("{\"kinds\":"u8);
        output.Write(JsonSerializer.SerializeToUtf8Bytes(kinds, MixiJson.Options));
        output.Write("}"u8);
    }

    /// <summary><c>{"count":n,"cursor":…}</c></summary>
    public static void Gap(IBufferWriter<byte> output, int count, LivePosition position)
    {
        output.Write(Encoding.ASCII.GetBytes($"{{\"count\":{count},"));
        Cursor(output, position);
    }

    /// <summary><c>{"cursor":…}</c></summary>
    public static void Reset(IBufferWriter<byte> output, LivePosition position)
    {
        output.Write("{"u8);
        Cursor(output, position);
    }

    private static void Updates(IBufferWriter<byte> output, ReadOnlySpan<LiveItem> items)
    {
        var written = 0;
        foreach (ref readonly var item in items)
        {
            if (item.Post is { } post)
            {
                Comma(output, written++);
                output.Write(post.Json);
            }
        }
    }

    private static void Deletes(IBufferWriter<byte> output, ReadOnlySpan<LiveItem> items)
    {
        var written = 0;
        foreach (ref readonly var item in items)
        {
            if (item.Post is null)
            {
                Comma(output, written++);
                output.Write(Encoding.ASCII.GetBytes($"\"{PostId.Format(item.Id)}\""));
            }
        }
    }

    private static void Comma(IBufferWriter<byte> output, int place)
    {
        if (place > 0)
        {
            output.Write(","u8);
        }
    }

    /// <summary>Always last: it closes the object.</summary>
    private static void Cursor(IBufferWriter<byte> output, LivePosition? position)
    {
        if (position is null)
        {
            output.Write("\"cursor\":null}"u8);
            return;
        }

        output.Write("\"cursor\":\""u8);
        output.Write(position.Utf8Cursor);
        output.Write("\"}"u8);
    }
}
