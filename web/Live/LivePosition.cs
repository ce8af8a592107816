using System.Text;

namespace OrleansMixi.Live;

/// <summary>Where readers stand. One object is shared by all who stand there, so its cursor is spelled once.</summary>
internal sealed class LivePosition(long epoch, long[] vector)
{
    private string? _cursor;
    private byte[]? _utf8;

    /// <summary>The last id told per queue.</summary>
    public long[] Vector => vector;

    /// <summary>The position as clients keep it.</summary>
    public string Cursor => _cursor ??= new Cursor(epoch, vector).Encode();

    /// <summary>The same in UTF-8; it has no character that JSON would escape.</summary>
    public byte[] Utf8Cursor => _utf8 ??= Encoding.ASCII.GetBytes(Cursor);

    /// <summary>The position after one queue went on.</summary>
    public LivePosition With(int queue, long id)
    {
        var next = vector.AsSpan().ToArray();
        next[queue] = id;
        return new(epoch, next);
    }

    /// <summary>The position that is as far as both.</summary>
    public static LivePosition Furthest(LivePosition? one, LivePosition? other)
    {
        if (one is null || other is null || ReferenceEquals(one, other))
        {
            return one ?? other ?? throw new InvalidOperationException("A reader that watches nothing stands nowhere.");
        }

        return other.Reaches(one) ? other : one.Reaches(other) ? one : one.Joined(other);
    }

    private bool Reaches(LivePosition other)
    {
        var others = other.Vector;
        for (var queue = 0; queue < others.Length; queue++)
        {
            if (vector[queue] < others[queue])
            {
                return false;
            }
        }

        return true;
    }

    private LivePosition Joined(LivePosition other) => new(epoch, [.. vector.Zip(other.Vector, Math.Max)]);
}
