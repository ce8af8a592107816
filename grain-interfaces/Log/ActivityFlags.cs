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

    /// <summary>Nobody else may comment.</summary>
    NoComments = 4,

    /// <summary>Only the author's friends may comment.</summary>
    FriendsComment = 8,

    /// <summary>Shows another post, its target, without words of its own.</summary>
    Share = 16,

    /// <summary>Seen by others for a day only.</summary>
    Fleeting = 32,

    /// <summary>A delete that hides the post until it is restored; an edit that restores it.</summary>
    Moderated = 64,

    /// <summary>Tells that the author and the member whose number is its target became friends.</summary>
    Friendship = 128,
}
