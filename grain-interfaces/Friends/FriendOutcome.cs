namespace OrleansMixi.Friends;

/// <summary>What came of a friend request.</summary>
public enum FriendOutcome : byte
{
    /// <summary>The request waits for the other's approval.</summary>
    Requested = 1,

    /// <summary>Both are friends now (or already were).</summary>
    Friends = 2,
}
