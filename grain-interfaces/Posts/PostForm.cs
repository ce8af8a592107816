namespace OrleansMixi.Posts;

/// <summary>The form of a post, <c>kind</c> in the API; it sets the bound of its text. The numbers are stored; never renumber.</summary>
public enum PostForm : byte
{
    /// <summary>At most 150 text elements.</summary>
    Voice = 1,

    /// <summary>At most 2,000 text elements; only with the scope <c>news</c>.</summary>
    News = 2,

    /// <summary>At most 30,000 text elements.</summary>
    Diary = 3,

    /// <summary>At most 1,000 text elements; stands under a post.</summary>
    Comment = 4,

    /// <summary>Another post shown to one's own readers; no text of its own.</summary>
    Share = 5,

    /// <summary>Tells that its author has a new friend; no text of its own, and nobody but the town writes it.</summary>
    Friendship = 6,

    /// <summary>Announces an album or new pictures in it; its text is the album's description.</summary>
    Album = 20,

    /// <summary>A topic on a community's board: at most 10,000 text elements and a title.</summary>
    Topic = 10,

    /// <summary>An event of a community: at most 10,000 text elements and a title.</summary>
    Event = 11,

    /// <summary>A question of a poll in a community: at most 500 text elements.</summary>
    Poll = 12,
}
