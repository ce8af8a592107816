namespace OrleansMixi.Friends;

/// <summary>What came of wanting to follow or join.</summary>
public enum FollowOutcome : byte
{
    /// <summary>Following now (or already).</summary>
    Following = 1,

    /// <summary>The community approves its members; the request waits.</summary>
    Requested = 2,
}
