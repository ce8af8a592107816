using System.IO.Pipelines;
using System.Text;

namespace OrleansMixi.Timelines;

/// <summary>Spells a page in JSON as <see cref="TimelineView"/> is spelled, from the bytes of its items.</summary>
internal static class PageJson
{
    /// <summary>Answers a request with a page.</summary>
    public static async Task Answer(HttpContext http, HomePage page)
    {
        var items = new byte[page.Items.Count][];
        var end = End(page);
        var length = Start.Length + end.Length - (items.Length > 0 ? 1 : 0);
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = page.Items[i].Json(page.Viewer);
            length += items[i].Length;
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = length;

        // With the headers on their way the items are copied once, into the connection's own buffers.
        await http.Response.StartAsync(http.RequestAborted);
        Write(http.Response.BodyWriter, items, end);
    }

    private static byte[] End(HomePage page)
    {
        var cursor = page.Cursor.Encode();
        return Encoding.ASCII.GetBytes(page.Next is null
            ? $"],\"next\":null,\"cursor\":\"{cursor}\"}}"
            : $"],\"next\":\"{page.Next.Encode(cursor)}\",\"cursor\":\"{cursor}\"}}");
    }

    private static ReadOnlySpan<byte> Start => "{\"items\":["u8;

    private static void Write(PipeWriter output, byte[][] items, byte[] end)
    {
        var room = new PageRoom(output);
        room.Put(Start);
        for (var i = 0; i < items.Length; i++)
        {
            // Each item begins with its comma.
            room.Put(items[i].AsSpan(i == 0 ? 1 : 0));
        }

        room.Put(end);
        room.Close();
    }
}
