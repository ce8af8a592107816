namespace OrleansMixi.Presence;

/// <summary>The last stretch of time in which a member was active, and the one before it: all that is known.</summary>
public readonly record struct Slots(int Last, int Before)
{
    /// <summary>Takes in other slots of the same member.</summary>
    public Slots With(Slots other)
    {
        var last = Math.Max(Last, other.Last);
        return new(last, Math.Max(Under(last), other.Under(last)));
    }

    /// <summary>The level in a present slot: what happened in it is not told before it is over.</summary>
    public PresenceLevel Level(int present, Func<int, DateOnly> day)
    {
        var slot = Under(present);
        if (slot == 0)
        {
            return PresenceLevel.Unknown;
        }

        var days = day(present).DayNumber - day(slot).DayNumber;
        return slot == present - 1 ? PresenceLevel.Now
            : days == 0 ? PresenceLevel.Today
            : days < 7 ? PresenceLevel.Week
            : PresenceLevel.Unknown;
    }

    private int Under(int slot) => Last < slot ? Last : Before < slot ? Before : 0;
}
