using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace OrleansMixi.Timelines;

/// <summary>
/// A set of numbers, rising, as differences between neighbours in one to five bytes each: edges are the bulk of a shard's
/// memory, and where many follow, neighbours are close. Adding at the end costs nothing, elsewhere a walk.
/// </summary>
[DebuggerDisplay("Count = {Count}")]
internal struct NumberSet
{
    private byte[]? _bytes;
    private int _length;
    private int _end;

    /// <summary>How many numbers it holds.</summary>
    public int Count { get; private set; }

    /// <summary>Writes all numbers, rising, to a buffer of at least <see cref="Count"/> places.</summary>
    public readonly void CopyTo(Span<int> numbers)
    {
        var (at, number) = (0, 0);
        for (var i = 0; i < Count; i++)
        {
            numbers[i] = (number += Difference(ref at)) - 1;
        }
    }

    /// <summary>Asks for its memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly unsafe void Prefetch()
    {
        if (Sse.IsSupported && _bytes is not null)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_bytes)));
        }
    }

    /// <summary>Whether it holds a number.</summary>
    public readonly bool Contains(int number) => Find(number + 1) is { Below: var below, Difference: var difference } && below + difference == number + 1;

    /// <summary>Adds a number, 0 or more; false if it was there.</summary>
    public bool Add(int number)
    {
        // One more than the number, so that every difference is at least one.
        var value = number + 1;
        if (value > _end)
        {
            Replace(_length, 0, value - _end, 0);
            _end = value;
        }
        else
        {
            var (at, length, below, difference) = Find(value);
            if (below + difference == value)
            {
                return false;
            }

            Replace(at, length, value - below, below + difference - value);
        }

        Count++;
        return true;
    }

    /// <summary>Removes a number; false if it was not there.</summary>
    public bool Remove(int number)
    {
        var (at, length, below, difference) = Find(number + 1);
        if (below + difference != number + 1)
        {
            return false;
        }

        if (number + 1 == _end)
        {
            (_length, _end) = (at, below);
        }
        else
        {
            var behind = at + length;
            var next = Difference(ref behind);
            Replace(at, behind - at, difference + next, 0);
        }

        Count--;
        return true;
    }

    /// <summary>The first difference that reaches a value: where it stands, how long it is, and the value below it.</summary>
    private readonly (int At, int Length, int Below, int Difference) Find(int value)
    {
        var (at, below) = (0, 0);
        while (at < _length)
        {
            var start = at;
            var difference = Difference(ref at);
            if (below + difference >= value)
            {
                return (start, at - start, below, difference);
            }

            below += difference;
        }

        return (_length, 0, below, 0);
    }

    private readonly int Difference(ref int at)
    {
        var (value, shift) = (0, 0);
        byte part;
        do
        {
            part = _bytes![at++];
            value |= (part & 0x7f) << shift;
            shift += 7;
        }
        while (part >= 0x80);

        return value;
    }

    /// <summary>Puts one or two differences (a second of 0 is none) in the place of some bytes.</summary>
    private void Replace(int at, int length, int first, int second)
    {
        Span<byte> written = stackalloc byte[10];
        var count = Write(written, first);
        count += second == 0 ? 0 : Write(written[count..], second);
        var needed = _length - length + count;
        if (needed > (_bytes?.Length ?? 0))
        {
            Array.Resize(ref _bytes, Math.Max(needed, _length + Math.Max(8, _length / 8)));
        }

        _bytes.AsSpan(at + length, _length - at - length).CopyTo(_bytes.AsSpan(at + count));
        written[..count].CopyTo(_bytes.AsSpan(at));
        _length = needed;
    }

    private static int Write(Span<byte> bytes, int value)
    {
        var count = 0;
        for (; value >= 0x80; value >>= 7)
        {
            bytes[count++] = (byte)(value | 0x80);
        }

        bytes[count++] = (byte)value;
        return count;
    }
}
