namespace OrleansMixi.Posts;

/// <summary>What keeps a post that may be seen out of a home timeline.</summary>
public enum HomeRule : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Nothing that the reader follows leads to it.</summary>
    NotFollowed,

    /// <summary>It was published silently or imported: it is found on feeds only.</summary>
    Silent,

    /// <summary>The reader hides posts by bots.</summary>
    Bots,

    /// <summary>It shows a story that is there already, by itself or by an earlier share.</summary>
    Story,

    /// <summary>It tells of a friendship to one of the two, or a second time.</summary>
    Friends,

    /// <summary>Its author is muted.</summary>
    Member,

    /// <summary>Where it stands is muted.</summary>
    Topic,

    /// <summary>A word in it is muted.</summary>
    Word,

    /// <summary>Its language is muted.</summary>
    Language,

    /// <summary>The reader hid it.</summary>
    Hidden,
}
