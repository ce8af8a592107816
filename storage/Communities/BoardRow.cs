using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>Something on a community's board.</summary>
public sealed class BoardRow
{
    /// <summary>The post's id.</summary>
    public long Post { get; set; }

    /// <summary>The community.</summary>
    public int Community { get; set; }

    /// <summary>Topic, event or poll.</summary>
    public PostForm Form { get; set; }

    /// <summary>1 while it stands above the others.</summary>
    public int Pinned { get; set; }

    /// <summary>The id of the newest comment, or of the post itself.</summary>
    public long Last { get; set; }
}
