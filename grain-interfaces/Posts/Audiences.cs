namespace OrleansMixi.Posts;

/// <summary>Friend groups as audiences.</summary>
public static class Audiences
{
    /// <summary>The highest number of a friend group.</summary>
    public const int MaxGroup = byte.MaxValue - (int)Audience.FirstGroup;

    /// <summary>The number of the group of close friends, which everybody has.</summary>
    public const int CloseFriends = 0;

    /// <summary>The audience of a friend group.</summary>
    public static Audience Group(int number) => number == CloseFriends ? Audience.Close : Audience.FirstGroup + (byte)number;

    /// <summary>The number of the friend group that an audience is; -1 if it is none.</summary>
    public static int GroupOf(Audience audience) => audience == Audience.Close ? CloseFriends : audience > Audience.FirstGroup ? audience - Audience.FirstGroup : -1;
}
