using OrleansMixi.Log;

namespace OrleansMixi.Friends;

/// <summary>An edge as stored.</summary>
public sealed class EdgeRow
{
    /// <summary>Whose edge.</summary>
    public int Member { get; set; }

    /// <summary>To what, <see cref="Posts.Topic.Value"/>.</summary>
    public long Topic { get; set; }

    /// <summary>What binds them.</summary>
    public EdgeKind Kind { get; set; }

    /// <summary>The log entry that made it so.</summary>
    public long Since { get; set; }
}
