namespace OrleansMixi.Posts;

/// <summary>What can be followed. The numbers are stored; never renumber.</summary>
public enum TopicKind : byte
{
    User = 1,
    Community = 2,
    News = 3,

    /// <summary>What is written under a post; followed by its author and by who commented.</summary>
    Thread = 4,
}
