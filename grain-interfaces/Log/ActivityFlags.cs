namespace OrleansMixi.Log;

/// <summary>Marks of an activity. The bits are stored; never renumber.</summary>
[Flags]
public enum ActivityFlags : byte
{
    None = 0,

    /// <summary>Written by a bot; a reader may hide all of them.</summary>
    Bot = 1,

    /// <summary>Imported or silent: found on feeds, never entered into timelines.</summary>
    Silent = 2,

    /// <summary>An edit that changed the audience, which was everyone before: those who can't see the post any more must lose it.</summary>
    WasForEveryone = 4,

    /// <summary>An edit that changed the audience, which was friends before.</summary>
    WasForFriends = 8,
}
