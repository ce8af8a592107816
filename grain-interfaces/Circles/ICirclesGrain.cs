namespace OrleansMixi.Circles;

/// <summary>
/// The friend groups of one member, who alone may call it. Key: the member's number. Every answer comes after the change
/// is in the log, so that what was written for a group is seen by those who are in it now, on all hosts.
/// </summary>
[Alias("mixi.ICirclesGrain")]
public interface ICirclesGrain : IGrainWithIntegerKey
{
    /// <summary>Makes a group and answers its number. Refuses one more than <c>Mixi:Limits:FriendGroups</c>.</summary>
    [Alias("Create")]
    Task<int> Create(string name);

    /// <summary>Gives a group another name.</summary>
    [Alias("Rename")]
    Task Rename(int number, string name);

    /// <summary>Takes a group away; what was written for it is seen by its author alone from then on. Idempotent.</summary>
    [Alias("Remove")]
    Task Remove(int number);

    /// <summary>Puts exactly these friends into a group; who is no friend is left out.</summary>
    [Alias("Fill")]
    Task Fill(int number, IReadOnlyList<int> friends);

    /// <summary>Puts a friend into a group or takes one out. Idempotent; who is no friend is not found.</summary>
    [Alias("Place")]
    Task Place(int number, int friend, bool inside);
}
