using System.Buffers;
using MessagePack;
using OrleansMixi.Log;

namespace OrleansMixi.Live;

/// <summary>Spells the parts of a frame in MessagePack; posts go in as the bytes they were encoded to once.</summary>
internal static class FramePack
{
    /// <summary><c>{post, reason}</c></summary>
    public static byte[] Item(EncodedPost post, IReadOnlyList<string> reasons)
    {
        var output = new ArrayBufferWriter<byte>(post.MessagePack.Length + 64);
        var writer = new MessagePackWriter(output);
        writer.WriteMapHeader(2);
        writer.Write("post");
        writer.WriteRaw(post.MessagePack);
        writer.Write("reason");
        writer.WriteArrayHeader(reasons.Count);
        foreach (var reason in reasons)
        {
            writer.Write(reason);
        }

        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    /// <summary><c>{items, cursor}</c></summary>
    public static void Posts(ref MessagePackWriter writer, ReadOnlySpan<LiveItem> items, LivePosition? position)
    {
        writer.WriteMapHeader(2);
        writer.Write("items");
        writer.WriteArrayHeader(items.Length);
        foreach (ref readonly var item in items)
        {
            writer.WriteRaw(item.MessagePack);
        }

        Cursor(ref writer, position);
    }

    /// <summary><c>{updates, deletes, cursor}</c></summary>
    public static void Changed(ref MessagePackWriter writer, FrameMessages messages, LivePosition position)
    {
        writer.WriteMapHeader(3);
        writer.Write("updates");
        writer.WriteArrayHeader(messages.Updates);
        foreach (ref readonly var item in messages.Changes)
        {
            if (item.Post is { } post)
            {
                writer.WriteRaw(post.MessagePack);
            }
        }

        writer.Write("deletes");
        writer.WriteArrayHeader(messages.Deletes);
        foreach (ref readonly var item in messages.Changes)
        {
            if (item.Post is null)
            {
                writer.Write(PostId.Format(item.Id));
            }
        }

        Cursor(ref writer, position);
    }

    /// <summary><c>{kinds}</c></summary>
    public static void Notice(ref MessagePackWriter writer, IReadOnlyList<string> kinds)
    {
        writer.WriteMapHeader(1);
        writer.Write("kinds");
        writer.WriteArrayHeader(kinds.Count);
        foreach (var kind in kinds)
        {
            writer.Write(kind);
        }
    }

    /// <summary><c>{count, cursor}</c></summary>
    public static void Gap(ref MessagePackWriter writer, int count, LivePosition position)
    {
        writer.WriteMapHeader(2);
        writer.Write("count");
        writer.Write(count);
        Cursor(ref writer, position);
    }

    /// <summary><c>{cursor}</c></summary>
    public static void Reset(ref MessagePackWriter writer, LivePosition position)
    {
        writer.WriteMapHeader(1);
        Cursor(ref writer, position);
    }

    private static void Cursor(ref MessagePackWriter writer, LivePosition? position)
    {
        writer.Write("cursor");
        if (position is null)
        {
            writer.WriteNil();
        }
        else
        {
            writer.WriteString(position.Utf8Cursor);
        }
    }
}
