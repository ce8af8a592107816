namespace OrleansMixi.Posts;

/// <summary>What leads a post into a home timeline.</summary>
public enum ReachKind : byte
{
    /// <summary>The reader wrote it.</summary>
    Own,

    /// <summary>Its author is a friend.</summary>
    Friend,

    /// <summary>The reader follows its topic.</summary>
    Follow,

    /// <summary>The reader belongs to the community.</summary>
    Member,

    /// <summary>The reader takes part in the thread.</summary>
    Thread,

    /// <summary>Somebody whom the reader follows shared it.</summary>
    Share,
}
