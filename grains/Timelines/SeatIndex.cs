using System.Runtime.InteropServices;

namespace OrleansMixi.Timelines;

/// <summary>Seats by a number: a topic, a member.</summary>
internal sealed class SeatIndex
{
    private readonly Dictionary<long, Bag> _seats = [];

    /// <summary>The seats at a number, valid until the next change.</summary>
    public ReadOnlySpan<int> this[long number] => _seats.TryGetValue(number, out var seats) ? seats.Items : [];

    /// <summary>Adds a seat; nothing happens if it is there.</summary>
    public void Add(long number, int seat)
    {
        ref var seats = ref CollectionsMarshal.GetValueRefOrAddDefault(_seats, number, out _);
        if (!seats.Items.Contains(seat))
        {
            seats.Add(seat);
        }
    }

    /// <summary>Removes a seat, if it is there.</summary>
    public void Remove(long number, int seat)
    {
        ref var seats = ref CollectionsMarshal.GetValueRefOrNullRef(_seats, number);
        if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref seats) && seats.Remove(seat) && seats.Count == 0)
        {
            _seats.Remove(number);
        }
    }
}
