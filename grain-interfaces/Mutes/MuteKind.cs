namespace OrleansMixi.Mutes;

/// <summary>What a mute goes by. The numbers are stored; never renumber.</summary>
public enum MuteKind : byte
{
    /// <summary>An author.</summary>
    Member = 1,

    /// <summary>A topic: a community, a news category, what is on a member's own page.</summary>
    Topic = 2,

    /// <summary>A word or phrase in title or text.</summary>
    Word = 3,

    /// <summary>The language of a post, by its tag.</summary>
    Language = 4,

    /// <summary>One single post, hidden.</summary>
    Post = 5,
}
