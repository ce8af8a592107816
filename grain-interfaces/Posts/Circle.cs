namespace OrleansMixi.Posts;

/// <summary>Those around an author, as far as audiences speak of them.</summary>
/// <param name="Friends">Numbers of the author's friends.</param>
/// <param name="Groups">Members of the author's friend groups by number; 0 are the close friends.</param>
public sealed record Circle(IReadOnlySet<int> Friends, IReadOnlyDictionary<int, IReadOnlySet<int>> Groups)
{
    /// <summary>Whether somebody is in one of the groups.</summary>
    public bool Has(int group, int member) => Groups.TryGetValue(group, out var members) && members.Contains(member);
}
