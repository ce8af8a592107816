using System.Buffers.Binary;
using System.Buffers.Text;

namespace OrleansMixi.Live;

/// <summary>
/// Where a reader stopped: the database's epoch and the last id seen of each queue. Opaque to clients, in base64url.
/// Whether it still fits is asked with <see cref="Fits"/>.
/// </summary>
/// <param name="Epoch">The epoch of the database that handed it out.</param>
/// <param name="Vector">The last id seen per queue; 0 for none.</param>
public sealed record Cursor(long Epoch, long[] Vector)
{
    /// <summary>The longest cursor text, in characters.</summary>
    public const int MaxLength = 4_000;

    private const byte Version = 1;

    /// <summary>The cursor as clients keep it.</summary>
    public string Encode()
    {
        var bytes = new byte[10 + (8 * Vector.Length)];
        bytes[0] = Version;
        bytes[1] = (byte)(Vector.Length - 1);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(2), Epoch);
        for (var i = 0; i < Vector.Length; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(10 + (8 * i)), Vector[i]);
        }

        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote; false for anything else.</summary>
    public static bool TryDecode(string? text, out Cursor cursor)
    {
        cursor = null!;
        if (text is null || text.Length is 0 or > MaxLength || !Base64Url.IsValid(text))
        {
            return false;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length < 18 || bytes[0] != Version || bytes.Length != 10 + (8 * (bytes[1] + 1)))
        {
            return false;
        }

        var vector = new long[bytes[1] + 1];
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(10 + (8 * i)));
            if (vector[i] < 0)
            {
                return false;
            }
        }

        cursor = new(BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(2)), vector);
        return true;
    }

    /// <summary>Whether the cursor belongs to this database and is not ahead of its heads.</summary>
    public bool Fits(long epoch, ReadOnlySpan<long> heads)
    {
        if (Epoch != epoch || Vector.Length != heads.Length)
        {
            return false;
        }

        for (var i = 0; i < heads.Length; i++)
        {
            if (Vector[i] > heads[i])
            {
                return false;
            }
        }

        return true;
    }
}
