namespace OrleansMixi.Circles;

/// <summary>How an audience names a friend group: its number and 16.</summary>
public static class GroupAudience
{
    /// <summary>The audience of a group is its number and this.</summary>
    public const int First = 16;
}
