namespace OrleansMixi.Log;

/// <summary>What happened. The numbers are stored; never renumber.</summary>
public enum ActivityKind : byte
{
    /// <summary>A post was written (ActivityStreams: Create).</summary>
    Post = 1,

    /// <summary>The text or audience of <see cref="ActivityHeader.Target"/> changed (Update).</summary>
    Edit = 2,

    /// <summary><see cref="ActivityHeader.Target"/> was deleted (Delete).</summary>
    Delete = 3,

    /// <summary>
    /// The author's edge to the topic is now <see cref="ActivityHeader.Edge"/> (Follow, Join, Accept, Undo): the whole
    /// new state, so the newest entry alone tells the edge.
    /// </summary>
    Edge = 4,

    /// <summary>Something others see or rely on changed about the author: nickname, bot mark, settings, suspension.</summary>
    Member = 5,

    /// <summary>Access of the author ended: the token numbered <see cref="ActivityHeader.Target"/>, or every sign-in when it is 0.</summary>
    Revoke = 6,

    /// <summary>What is counted about <see cref="ActivityHeader.Target"/> changed: comments, reactions, shares. At most about one a second and post.</summary>
    Counts = 7,

    /// <summary>Rings the author's own live readers: something of theirs changed that is not a post. Nobody else is told.</summary>
    Notice = 8,
}
