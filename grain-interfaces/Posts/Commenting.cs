namespace OrleansMixi.Posts;

/// <summary>Who may comment on a post, of those who see it; its author always may.</summary>
public enum Commenting : byte
{
    All,
    Friends,
    Nobody,
}
