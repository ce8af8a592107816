namespace OrleansMixi.Posts;

/// <summary>Who may see a post. The numbers are stored; never renumber.</summary>
public enum Audience : byte
{
    Everyone = 1,
    Friends = 2,
    Me = 3,
}
