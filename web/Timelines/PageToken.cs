using System.Buffers.Binary;
using System.Buffers.Text;
using OrleansMixi.Live;

namespace OrleansMixi.Timelines;

/// <summary>
/// Where a following page begins, opaque to clients: the vector of the first page, so that what arrives later with a lower
/// id is not shown, and the last item's place.
/// </summary>
/// <param name="Cursor">Epoch and vector of the first page.</param>
/// <param name="Published">The last item's publication, Unix milliseconds; only feeds sort by it.</param>
/// <param name="Id">The last item's id.</param>
internal sealed record PageToken(Cursor Cursor, long Published, long Id)
{
    public string Encode() => Encode(Cursor.Encode());

    /// <summary>The same where the cursor's text is at hand.</summary>
    public string Encode(string cursor)
    {
        Span<byte> place = stackalloc byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(place, Published);
        BinaryPrimitives.WriteInt64LittleEndian(place[8..], Id);
        return $"{cursor}.{Base64Url.EncodeToString(place)}";
    }

    /// <summary>Reads a token of this database; null text is the first page; anything else is refused by name of the field.</summary>
    public static PageToken? Read(string field, string? text, long epoch, int queues)
    {
        if (text is null)
        {
            return null;
        }

        var dot = text.IndexOf('.');
        if (dot < 0 || text.Length > Cursor.MaxLength || !Base64Url.IsValid(text.AsSpan(dot + 1)) || !Cursor.TryDecode(text[..dot], out var cursor)
            || cursor.Epoch != epoch || cursor.Vector.Length != queues)
        {
            throw Errors.InvalidCursor(field);
        }

        var place = Base64Url.DecodeFromChars(text.AsSpan(dot + 1));
        return place.Length == 16
            ? new(cursor, BinaryPrimitives.ReadInt64LittleEndian(place), BinaryPrimitives.ReadInt64LittleEndian(place.AsSpan(8)))
            : throw Errors.InvalidCursor(field);
    }
}
