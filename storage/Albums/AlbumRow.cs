using OrleansMixi.Log;
using OrleansMixi.Posts;

namespace OrleansMixi.Albums;

/// <summary>An album as stored.</summary>
public sealed class AlbumRow
{
    /// <summary>The columns in the order of this class, of a table named <c>b</c>.</summary>
    public const string Columns = "b.id, b.owner, b.title, b.description, b.audience, b.cover, b.position, b.created";

    public long Id { get; set; }

    public int Owner { get; set; }

    public string Title { get; set; } = "";

    public string Description { get; set; } = "";

    public Audience Audience { get; set; }

    /// <summary>The picture that stands for it; 0: the first.</summary>
    public long Cover { get; set; }

    public long Position { get; set; }

    public long Created { get; set; }

    /// <summary>How many pictures it has.</summary>
    public int Count { get; set; }

    /// <summary>What <see cref="Visibility"/> is asked with: an album is seen as a post of its owner with its audience would be.</summary>
    public ActivityHeader ToHeader() =>
        new(Id, Topic.User(Owner).Value, 0, Owner, Owner, ActivityKind.Post, Audience, ActivityFlags.None, EdgeKind.None);
}
