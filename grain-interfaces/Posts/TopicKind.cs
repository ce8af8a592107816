namespace OrleansMixi.Posts;

/// <summary>What can be followed. The numbers are stored; never renumber.</summary>
public enum TopicKind : byte
{
    User = 1,
    Community = 2,
    News = 3,
}
